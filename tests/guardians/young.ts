import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot, Speaker } from '../../db/schema.ts'
import { letters, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { askGuardian } from '../../server/guardians/ask.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { now, type TestApp, testApp, world } from '../world.ts'

/** A young speaker with a confirmed part in that slot. */
export async function youngSpeaker(
  db: Database,
  project: Pick<Project, 'id'>,
  slot: Pick<Slot, 'id'>,
  details: Partial<Speaker> = {},
): Promise<Speaker> {
  return await db.transact(
    async (tx) => {
      const row = { projectId: project.id, name: 'Elīna', minor: true, ...details }
      const [speaker] = await tx.insert(speakers).values(row).returning()
      if (!speaker) throw new Error('no speaker')
      await tx.insert(slotSpeakers).values({ slotId: slot.id, speakerId: speaker.id, position: 9 })
      return speaker
    },
    { touches: project.id },
  )
}

/** Asks, and gives back the secret of the link in the letter. */
export async function askedToken(
  db: Database,
  project: Pick<Project, 'id'>,
  speaker: Speaker,
  email: string,
  now: Temporal.Instant,
): Promise<string> {
  const guardian = { email, locale: 'lv' as const }
  const problem = await db.transact((tx) => askGuardian(tx, project, speaker, guardian, null, now), {
    touches: 'nothing',
  })
  if (problem) throw new Error(problem)
  const [letter] = await db.select().from(letters).where(eq(letters.recipient, email))
  if (!letter?.token) throw new Error('no letter')
  return letter.token
}

export async function firstSlot(db: Database, meeting: Pick<Meeting, 'id'>): Promise<Slot> {
  const [slot] = await db.select().from(slots).where(eq(slots.meetingId, meeting.id))
  if (!slot) throw new Error('no slot')
  return slot
}

/** A meeting whose agenda has a young speaker in its one story, and an application over it. */
export async function youth(details: Partial<Speaker> = {}) {
  const here = await world()
  const { db, project, kickoff, organiser } = here
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Sikspārņi', { dayId: day.id }), organiser, now)
  const elina = await youngSpeaker(db, project, slot, { email: 'elina@example.org', ...details })
  const ask = (email: string, by: Organiser | null = organiser, at = now) =>
    db.transact((tx) => askGuardian(tx, project, elina, { email, locale: 'en' }, by, at), { touches: 'nothing' })
  const release = () => releaseAgenda(db, project, kickoff, organiser, now)
  return { ...here, slot, elina, ask, release, app: await testApp(db) }
}

export type Youth = Awaited<ReturnType<typeof youth>>

/** The way to the guardian's page out of the newest letter to that address. */
export async function linkTo(db: Database, email: string): Promise<string> {
  const all = await lettersTo(db, email)
  return `/guardian/${all.at(-1)?.token}`
}

export async function lettersTo(db: Database, email: string) {
  return await db.select().from(letters).where(eq(letters.recipient, email)).orderBy(letters.queuedAt, letters.id)
}

/** Which of the public's ways to read the agenda have this name in them. */
export async function placesNaming(app: TestApp, name: string): Promise<string[]> {
  const meeting = '/gen-y-city/kickoff'
  const places = [
    '',
    '/changes',
    '/embed',
    '/now',
    '/screen',
    '/schedule.json',
    '/siksparni',
    '/siksparni/calendar.ics',
  ]
  const named: string[] = []
  for (const place of places) {
    const { statusCode, body } = await app.inject({ url: meeting + place })
    if (statusCode !== 200) throw new Error(`${place}: ${statusCode}`)
    if (body.replace(/\r\n /g, '').includes(name)) named.push(place)
  }
  return named
}

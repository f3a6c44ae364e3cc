import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type DoorStep, doorSteps, type Meeting, type Organiser, type Project } from '../../db/schema.ts'
import { standingOf, timesOf } from '../check-ins/standing.ts'
import { type Comer, keyOf, takeSteps } from '../check-ins/steps.ts'
import { record } from '../history.ts'
import { type Found, freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Person } from '../registrations/person.ts'
import { welcome } from '../registrations/welcome.ts'
import { asSent } from './as-sent.ts'
import type { Signed } from './paper-form.ts'
import { everybodyExpected } from './queries.ts'
import { whyNoPaper } from './why-no-paper.ts'

/** Writes down who signed on paper. They were there: nobody is too many, and nobody is written to. */
export async function enterPaper(
  db: Database,
  { project, meeting: { id } }: Found,
  { came, people }: Signed,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const enter = async (tx: Tx) => {
    await writableProject(tx, project)
    const meeting = (await freshMeeting(tx, { id })) ?? notFound()
    const why = whyNoPaper(meeting, now)
    if (why) throw new Refusal(`door.paper-${why}`)
    const listed = (await comersAt(tx, meeting)).filter((one) => came.has(keyOf(one)))
    const newcomers: Comer[] = []
    for (const person of people) newcomers.push(await writeDown(tx, project, meeting, person, by, now))
    const entered = await seeIn(tx, meeting, [...listed, ...newcomers], by, now)
    if (entered > 0) await record(tx, 'door.paper', by, { project, meeting }, now, { people: String(entered) })
  }
  await db.transact(enter, { touches: project.id, lock: id })
}

/** Everybody on the sheet, by whom a signature is about. */
async function comersAt(tx: Tx, meeting: Meeting): Promise<Comer[]> {
  const { rows } = await everybodyExpected(tx, meeting)
  return rows.flatMap(({ id, named }) => [
    { registrationId: id, participantId: null },
    ...named.map((one) => ({ registrationId: id, participantId: one.id })),
  ])
}

async function writeDown(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  person: Person,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Comer> {
  const { person: written, sent } = await asSent(tx, meeting, person)
  const newcomer = { ...written, walkIn: true, broughtIn: 'silently' } as const
  const place = { status: 'confirmed', heldUntil: null, sequence: 0 } as const
  const { id } = sent ?? (await welcome(tx, project, meeting, newcomer, place, now, by))
  return { registrationId: id, participantId: null }
}

/** Who is in already stays so since when they are. The others were seen at the meeting, however late it is written down. */
async function seeIn(tx: Tx, meeting: Meeting, comers: readonly Comer[], by: Organiser, now: Temporal.Instant) {
  const told = await tx.select().from(doorSteps).where(eq(doorSteps.meetingId, meeting.id))
  const before = Map.groupBy(told, keyOf)
  const least = Math.min(now.epochMilliseconds, meeting.endsAt.epochMilliseconds)
  const steps = comers.flatMap((comer): DoorStep[] => {
    const its = before.get(keyOf(comer)) ?? []
    if (standingOf(its)) return []
    const at = Temporal.Instant.fromEpochMilliseconds(Math.max(least, ...timesOf(its).map((time) => time + 1)))
    const what = { id: randomUUID(), meetingId: meeting.id, ...comer, deed: 'in' } as const
    return [{ ...what, at, receivedAt: now, device: by.id, by: by.id }]
  })
  for (let i = 0; i < steps.length; i += 200) await takeSteps(tx, meeting, steps.slice(i, i + 200))
  return steps.length
}

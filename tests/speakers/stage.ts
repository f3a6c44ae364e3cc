import { asc, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Meeting, type Project, type Speaker, slotSpeakers, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { publicAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { world } from '../world.ts'
import { addSpeaker, speakIn } from './cast.ts'

/** A meeting with two stories, and a group with an address that is planned for both. */
export async function stage(meeting: Partial<Meeting> = {}, speaker: Partial<Speaker> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, owner, now } = here
  const { id: dayId } = await firstDay(db, kickoff)
  const bats = await addSlot(db, project, kickoff, story('Sikspārņi', { dayId }), owner, now)
  const logo = await addSlot(db, project, kickoff, story('Logo', { dayId }), owner, now)
  const luna = await addSpeaker(db, project, speaker)
  await speakIn(db, bats, luna, 'planned')
  await speakIn(db, logo, luna, 'planned')
  const where = { project, meeting: kickoff }
  const part = { slotId: bats.id, speakerId: luna.id }
  const other = { slotId: logo.id, speakerId: luna.id }
  return { ...here, where, luna, bats, logo, part, other }
}

/** Every part in the order of the agenda: "Luna planned". */
export async function standings(db: Database): Promise<string[]> {
  const rows = await db
    .select({ name: speakers.name, standing: slotSpeakers.standing })
    .from(slotSpeakers)
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .orderBy(asc(slotSpeakers.position), asc(slotSpeakers.slotId))
  return rows.map(({ name, standing }) => `${name} ${standing}`).sort()
}

/** What waits in the outbox: "speaker-invitation luna@example.org". */
export async function outbox(db: Database): Promise<string[]> {
  const rows = await db.select().from(letters).orderBy(asc(letters.queuedAt))
  return rows.filter(({ sentAt, endedAt }) => !sentAt && !endedAt).map(({ kind, recipient }) => `${kind} ${recipient}`)
}

/** Posts everything that is due, and gives back what arrived, oldest first. */
export async function posted(db: Database, now: Temporal.Instant) {
  const office = await postOffice()
  await post(db, office.url, now)
  return office.received.map(({ mail }) => mail)
}

export async function publicNames(db: Database, project: Project, meeting: Meeting): Promise<string[]> {
  const agenda = await publicAgenda(db, project, meeting)
  return (agenda?.slots ?? []).flatMap(({ speakers: named }) => named.map(({ name }) => name))
}

export async function releaseAll({ db, where, owner, now }: Awaited<ReturnType<typeof stage>>): Promise<void> {
  await releaseAgenda(db, where.project, where.meeting, owner, now)
}

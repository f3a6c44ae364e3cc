import { and, eq, inArray, or, sql, sum } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import {
  type Letter,
  type Meeting,
  meetings,
  type Project,
  registrations,
  type Speaker,
  speakers,
} from '../../db/schema.ts'

type To = Pick<Letter, 'recipient' | 'registrationId' | 'speakerId'>

/**
 * What the comings and goings of whoever is behind an address add to the SEQUENCE of a slot's entry. It never falls: a
 * CANCEL to one person is above the REQUEST before it, and the next REQUEST above that, since several calendars take an
 * equal SEQUENCE for old news.
 */
export async function ownSequence(db: Reads, meeting: Pick<Meeting, 'id' | 'projectId'>, to: To): Promise<number> {
  const address = to.recipient.toLowerCase()
  const { emailKey, meetingId, workshopSequence } = registrations
  const isGuest = or(eq(emailKey, address), eq(registrations.id, to.registrationId ?? ''))
  const [guest] = await db
    .select({ raised: sum(workshopSequence) })
    .from(registrations)
    .where(and(eq(meetingId, meeting.id), isGuest))
  const isSpeaker = or(sql`lower(${speakers.email}) = ${address}`, eq(speakers.id, to.speakerId ?? ''))
  const [speaker] = await db
    .select({ raised: sum(speakers.sequence) })
    .from(speakers)
    .where(and(eq(speakers.projectId, meeting.projectId), isSpeaker))
  return Number(guest?.raised ?? 0) + Number(speaker?.raised ?? 0)
}

/** They come into a workshop, or leave one. */
export async function raiseWorkshopSequences(tx: Tx, ids: readonly string[]): Promise<void> {
  const raised = { workshopSequence: sql`${registrations.workshopSequence} + 1` }
  // A statement takes only so many values.
  for (let i = 0; i < ids.length; i += 500) {
    const some = inArray(registrations.id, ids.slice(i, i + 500))
    await tx.update(registrations).set(raised).where(some)
  }
}

/** They are put into a slot, or taken out. */
export async function raiseSpeakerSequence(tx: Tx, { id }: Pick<Speaker, 'id'>): Promise<void> {
  await tx
    .update(speakers)
    .set({ sequence: sql`${speakers.sequence} + 1` })
    .where(eq(speakers.id, id))
}

/** The same of an address at every meeting of a project, for its own feeds. */
export async function ownSequences(
  db: Reads,
  { id }: Pick<Project, 'id'>,
  address: string,
): Promise<(meeting: Pick<Meeting, 'id'>) => number> {
  const { emailKey, meetingId, workshopSequence } = registrations
  const guests = await db
    .select({ meetingId, raised: sum(workshopSequence) })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .where(and(eq(meetings.projectId, id), eq(emailKey, address.toLowerCase())))
    .groupBy(meetingId)
  const raisedAt = new Map(guests.map((one) => [one.meetingId, Number(one.raised)]))
  const isSpeaker = sql`lower(${speakers.email}) = ${address.toLowerCase()}`
  const [speaker] = await db
    .select({ raised: sum(speakers.sequence) })
    .from(speakers)
    .where(and(eq(speakers.projectId, id), isSpeaker))
  return (meeting) => (raisedAt.get(meeting.id) ?? 0) + Number(speaker?.raised ?? 0)
}

import { and, eq, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Meeting,
  meetings,
  type Project,
  registrations,
  slotSpeakers,
  slots,
  speakers,
  workshopChoices,
} from '../../db/schema.ts'

/** Slots in which somebody at this address is sure to speak. */
export async function spokenAt(db: Reads, meeting: Pick<Meeting, 'id'>, address: string): Promise<Set<string>> {
  const isTheirs = and(sql`lower(${speakers.email}) = ${address.toLowerCase()}`, eq(slotSpeakers.standing, 'confirmed'))
  const rows = await db
    .select({ id: slots.id })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(and(eq(slots.meetingId, meeting.id), isTheirs))
  return new Set(rows.map(({ id }) => id))
}

/** Workshops that anybody at this address takes part in: one person registers several classes. */
export async function takenPartInAt(db: Reads, meeting: Pick<Meeting, 'id'>, address: string): Promise<Set<string>> {
  const isTheirs = and(eq(registrations.meetingId, meeting.id), eq(registrations.emailKey, address.toLowerCase()))
  const rows = await db
    .select({ id: workshopChoices.slotId })
    .from(workshopChoices)
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .where(and(isTheirs, eq(workshopChoices.status, 'in')))
  return new Set(rows.map(({ id }) => id))
}

/** Both of them, at all meetings of a project: what anybody at this address has in their calendar still. */
export async function keptBy(db: Reads, { id }: Pick<Project, 'id'>, address: string): Promise<Set<string>> {
  const isSpeaker = and(eq(speakers.projectId, id), sql`lower(${speakers.email}) = ${address.toLowerCase()}`)
  const spoken = await db
    .select({ id: slotSpeakers.slotId })
    .from(slotSpeakers)
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(and(isSpeaker, eq(slotSpeakers.standing, 'confirmed')))
  const isGuest = and(eq(meetings.projectId, id), eq(registrations.emailKey, address.toLowerCase()))
  const chosen = await db
    .select({ id: workshopChoices.slotId })
    .from(workshopChoices)
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(and(isGuest, eq(workshopChoices.status, 'in')))
  return new Set([...spoken, ...chosen].map((slot) => slot.id))
}

/** Who is behind it as a speaker. */
export async function speakersAt(
  db: Reads,
  { projectId }: Pick<Meeting, 'projectId'>,
  address: string,
): Promise<Set<string>> {
  const isTheirs = and(eq(speakers.projectId, projectId), sql`lower(${speakers.email}) = ${address.toLowerCase()}`)
  const rows = await db.select({ id: speakers.id }).from(speakers).where(isTheirs)
  return new Set(rows.map(({ id }) => id))
}

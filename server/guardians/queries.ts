import { and, asc, eq, gt, inArray, isNull, lte, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  days,
  type GuardianConsent,
  guardianConsents,
  guardianLinks,
  letters,
  type Meeting,
  meetings,
  type Project,
  projects,
  type Slot,
  type Speaker,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** A story of theirs that is still to be told. `day`: null while it has none. */
export type Occasion = { meeting: Meeting; slot: Pick<Slot, 'id' | 'title'>; day: Temporal.Instant | null }

export type Held = { project: Project; speaker: Speaker; consent: GuardianConsent; expiresAt: Temporal.Instant }

/** What a guardian's link opens, even when it has run out; null when it is unknown. */
export async function guardianHeldBy(db: Reads, token: string): Promise<Held | null> {
  const { expiresAt } = guardianLinks
  const [found] = await db
    .select({ project: projects, speaker: speakers, consent: guardianConsents, expiresAt })
    .from(guardianLinks)
    .innerJoin(guardianConsents, eq(guardianConsents.id, guardianLinks.consentId))
    .innerJoin(speakers, eq(speakers.id, guardianConsents.speakerId))
    .innerJoin(projects, eq(projects.id, speakers.projectId))
    .where(eq(guardianLinks.tokenHash, hashOf(token)))
  return found ?? null
}

/** Where the speaker is still to be heard, the next first. Postponed meetings are still to come. */
export async function occasionsOf(db: Reads, speaker: Pick<Speaker, 'id'>, now: Temporal.Instant): Promise<Occasion[]> {
  const rows = await db
    .select({ meeting: meetings, id: slots.id, title: slots.title, day: days.startsAt })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .leftJoin(days, eq(days.id, slots.dayId))
    .where(
      and(
        ...[eq(slotSpeakers.speakerId, speaker.id), ne(slotSpeakers.standing, 'declined'), eq(slots.internal, false)],
        ...[ne(meetings.status, 'cancelled'), gt(meetings.endsAt, now)],
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(days.startsAt), asc(slots.position), asc(slots.id))
  return rows.map(({ meeting, id, title, day }) => ({ meeting, slot: { id, title }, day }))
}

/** Everybody who was asked about a speaker, in the order of asking. */
export async function guardiansOf(db: Reads, speaker: Pick<Speaker, 'id'>): Promise<GuardianConsent[]> {
  return await db
    .select()
    .from(guardianConsents)
    .where(eq(guardianConsents.speakerId, speaker.id))
    .orderBy(asc(guardianConsents.askedAt), asc(guardianConsents.id))
}

/** What the guardians of a meeting's young speakers were asked and said; those nobody was asked about too. */
export async function guardianAnswers(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
): Promise<Map<string, GuardianConsent[]>> {
  const inMeeting = db
    .select({ id: slotSpeakers.speakerId })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(and(eq(slots.meetingId, meeting.id), ne(slotSpeakers.standing, 'declined')))
  const rows = await db
    .select({ id: speakers.id, consent: guardianConsents })
    .from(speakers)
    .leftJoin(guardianConsents, eq(guardianConsents.speakerId, speakers.id))
    .where(and(inArray(speakers.id, inMeeting), eq(speakers.minor, true)))
    .orderBy(asc(guardianConsents.askedAt), asc(guardianConsents.id))
  const grouped = Map.groupBy(rows, ({ id }) => id)
  return new Map([...grouped].map(([id, its]) => [id, its.flatMap(({ consent }) => consent ?? [])]))
}

export async function consentOf(db: Reads, id: string): Promise<GuardianConsent | null> {
  const [found] = await db.select().from(guardianConsents).where(eq(guardianConsents.id, id))
  return found ?? null
}

/** Guardians whose letter went before that time and who have said nothing, with what they were asked about. */
export async function silentGuardians(
  db: Reads,
  before: Temporal.Instant,
): Promise<{ consent: GuardianConsent; speaker: Speaker; project: Project }[]> {
  return await db
    .selectDistinct({ consent: guardianConsents, speaker: speakers, project: projects })
    .from(guardianConsents)
    .innerJoin(letters, eq(letters.consentId, guardianConsents.id))
    .innerJoin(speakers, eq(speakers.id, guardianConsents.speakerId))
    .innerJoin(projects, eq(projects.id, speakers.projectId))
    .where(
      and(
        ...[isNull(guardianConsents.answeredAt), isNull(guardianConsents.remindedAt), eq(speakers.minor, true)],
        ...[eq(letters.kind, 'guardian-request'), lte(letters.sentAt, before), isNull(projects.archivedAt)],
      ),
    )
}

import type { SQL } from 'drizzle-orm'
import { and, asc, eq, exists, gt, gte, isNotNull, isNull, lt, lte, notExists, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, meetings, projects, slides, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { slidesReminderDue } from './due.ts'

/** Whoever was confirmed, and so asked, only a day ago is not reminded for that day. */
const afterAsking = { hours: 24 }
/** A reminder is due in the evening three days ahead: no meeting further away can be concerned. */
const farthest = { hours: 4 * 24 }

/** A confirmed speaker with an address, and a slot of theirs on the agenda whose slides are wanted and not there. */
export type Missing = Awaited<ReturnType<typeof missingWhere>>[number]

/** Those who are due to be reminded, and have not been. */
export async function dueReminders(db: Reads, now: Temporal.Instant): Promise<Missing[]> {
  const { confirmedAt, slidesRemindedAt } = slotSpeakers
  const wasAsked = or(isNull(confirmedAt), lte(confirmedAt, now.subtract(afterAsking)))
  const isNear = and(gt(meetings.startsAt, now), lt(meetings.startsAt, now.add(farthest)))
  const unreminded = or(isNull(slidesRemindedAt), exists(overtakenReminder(db)))
  return (await missingWhere(db, and(isNear, wasAsked, unreminded))).filter((one) => isDue(one, now))
}

/** What a reminder is still right about; nothing once its meeting has moved away. One that was held is queued anew. */
export async function stillMissing(
  db: Reads,
  { speakerId, meetingId, queuedAt, facts }: Reminder,
  now: Temporal.Instant,
): Promise<Missing[]> {
  if (!speakerId || !meetingId) return []
  const its = and(eq(speakers.id, speakerId), eq(meetings.id, meetingId), gt(meetings.startsAt, now))
  const remindedAt = Temporal.Instant.fromEpochMilliseconds(Number(facts.remindedAt ?? queuedAt.epochMilliseconds))
  const told = eq(slotSpeakers.slidesRemindedAt, remindedAt)
  return (await missingWhere(db, and(its, told))).filter((one) => isDue(one, now))
}

type Reminder = Pick<typeof letters.$inferSelect, 'speakerId' | 'meetingId' | 'queuedAt' | 'facts'>

function isDue({ meeting }: Pick<Missing, 'meeting'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(slidesReminderDue(meeting), now) <= 0
}

async function missingWhere(db: Reads, condition: SQL | undefined) {
  const isMeant = and(eq(meetings.status, 'published'), isNull(projects.archivedAt), isNotNull(speakers.email))
  const isPlanned = and(eq(slots.slidesWanted, true), isNotNull(slots.dayId), eq(slotSpeakers.standing, 'confirmed'))
  const handedIn = db.select({ yes: sql`1` }).from(slides).where(eq(slides.slotId, slots.id))
  return await db
    .select({ project: projects, meeting: meetings, slot: slots, speaker: speakers })
    .from(slotSpeakers)
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(isMeant, isPlanned, notExists(handedIn), condition))
    .orderBy(asc(meetings.id), asc(speakers.id), asc(slots.position), asc(slots.id))
}

/** The reminder never went, as something had changed by then: it counts as none. */
function overtakenReminder(db: Reads) {
  return db
    .select({ yes: sql`1` })
    .from(letters)
    .where(
      and(
        eq(letters.kind, 'slides-reminder'),
        eq(letters.speakerId, slotSpeakers.speakerId),
        gte(letters.queuedAt, slotSpeakers.slidesRemindedAt),
        eq(letters.ending, 'overtaken'),
        // At a second attempt the first may have arrived all the same.
        lte(letters.attempts, 1),
      ),
    )
}

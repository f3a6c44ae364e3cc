import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Letter, Meeting, Registration } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'
import { recipientKey } from '../mail/quota.ts'

/** By address: letters to guests about a meeting still unsent, and reminders that went within the last day; oldest first. */
export async function earlierLetters(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  people: readonly Registration[],
  now: Temporal.Instant,
): Promise<Map<string, Letter[]>> {
  const keys = people.map(({ email }) => recipientKey(email ?? ''))
  const { kind, meetingId, registrationId, speakerId, queuedAt, sentAt, endedAt } = letters
  const recently = and(eq(kind, 'already'), gt(queuedAt, now.subtract({ hours: 24 })))
  const rows = await tx
    .select()
    .from(letters)
    .where(
      and(
        inArray(letters.recipientKey, keys),
        eq(meetingId, meeting.id),
        // Those to speakers say something else, even if the same person is a guest too.
        isNotNull(registrationId),
        isNull(speakerId),
        isNull(endedAt),
        or(isNull(sentAt), recently),
      ),
    )
    .orderBy(asc(queuedAt))
  return Map.groupBy(rows, ({ recipient }) => recipient.toLowerCase())
}

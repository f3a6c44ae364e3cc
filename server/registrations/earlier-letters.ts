import { and, asc, eq, gt, inArray, isNull, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Letter, Meeting, Registration } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'
import { recipientKey } from '../mail/quota.ts'

/** By address: letters about a meeting still unsent, and reminders that went within the last day; oldest first. */
export async function earlierLetters(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  people: readonly Registration[],
  now: Temporal.Instant,
): Promise<Map<string, Letter[]>> {
  const keys = people.map(({ email }) => recipientKey(email ?? ''))
  const { kind, meetingId, queuedAt, sentAt, endedAt } = letters
  const recently = and(eq(kind, 'already'), gt(queuedAt, now.subtract({ hours: 24 })))
  const rows = await tx
    .select()
    .from(letters)
    .where(
      and(
        inArray(letters.recipientKey, keys),
        eq(meetingId, meeting.id),
        isNull(endedAt),
        or(isNull(sentAt), recently),
      ),
    )
    .orderBy(asc(queuedAt))
  return Map.groupBy(rows, ({ recipient }) => recipient.toLowerCase())
}

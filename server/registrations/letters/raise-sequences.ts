import { and, eq, gte, inArray, sql } from '../../../db/drizzle.ts'
import type { Tx } from '../../../db/open.ts'
import type { Meeting } from '../../../db/schema.ts'
import { registrations } from '../../../db/schema.ts'
import { live } from '../queries.ts'

/**
 * Whoever left and came back is ahead of the meeting's SEQUENCE: theirs must rise too when the meeting changes, or
 * their calendar takes the change for old news (RFC 5546 2.1.5).
 */
export async function raiseSequences(tx: Tx, meeting: Pick<Meeting, 'id' | 'sequence'>): Promise<void> {
  await tx
    .update(registrations)
    .set({ sequence: sql`${registrations.sequence} + 1` })
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        inArray(registrations.status, [...live]),
        gte(registrations.sequence, meeting.sequence),
      ),
    )
}

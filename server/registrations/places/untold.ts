import { and, eq, gt, inArray, isNull } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { guardianships, letters, type Meeting } from '../../../db/schema.ts'

/** Ask for an answer by a certain time. */
const asking = ['offer', 'invited', 'child-request']

/**
 * Registrations whose place is kept, and where the letter that asks them or their guardian is being tried and has not
 * gone: nobody can have answered it. Without a mail server nothing is tried, and organisers pass letters on themselves.
 */
export async function untoldIn(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const { kind, meetingId, sentAt, endedAt, attempts } = letters
  const isOnItsWay = and(isNull(sentAt), isNull(endedAt), gt(attempts, 0))
  const rows = await db
    .select({ own: letters.registrationId, childs: guardianships.registrationId })
    .from(letters)
    .leftJoin(guardianships, eq(guardianships.id, letters.guardianshipId))
    .where(and(eq(meetingId, meeting.id), inArray(kind, asking), isOnItsWay))
  return new Set(rows.flatMap(({ own, childs }) => own ?? childs ?? []))
}

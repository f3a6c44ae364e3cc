import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { uidOf } from '../calendar/uid.ts'
import { later } from '../later.ts'
import type { Answer } from './heed.ts'

/**
 * Whether an answer about a slot is about how it is now, to somebody who is in it `since` then. SEQUENCE alone does not
 * tell: what a person comes into or leaves elsewhere raises theirs, and this slot's entry is not sent again for that.
 */
export async function isAboutNow(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
  { uid, sequence, startsAt, at }: Answer['reply'],
  since: Temporal.Instant | null,
): Promise<boolean> {
  const slot = (await releasedAgenda(db, meeting))?.slots.find((one) => uidOf(one) === uid)
  if (!slot || sequence < slot.sequence) return false
  const start = Temporal.Instant.from(slot.startsAt)
  if (startsAt && seconds(startsAt) !== seconds(start)) return false
  const changedAt = Temporal.Instant.from(slot.changedAt)
  return seconds(at) >= seconds(since ? later(changedAt, since) : changedAt)
}

/** All that calendars know of time. */
function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

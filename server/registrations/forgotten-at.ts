import type { Meeting } from '../../db/schema.ts'
import { later } from '../later.ts'

const keptWhilePostponed = { hours: 365 * 24 }

/** What of a meeting decides until when its people are kept. */
export type Ending = Pick<Meeting, 'status' | 'endsAt' | 'cancelledAt' | 'keepDays'>

/**
 * When a meeting's people are forgotten: its `keepDays` after it, or after it was called off later than that, so that
 * they can still be told. Of a postponed one they are kept for its new date, but no longer than a year after the old.
 */
export function forgottenAt({ status, endsAt, cancelledAt, keepDays }: Ending): Temporal.Instant {
  if (status === 'postponed') return endsAt.add(keptWhilePostponed)
  return later(endsAt, cancelledAt ?? endsAt).add({ hours: keepDays * 24 })
}

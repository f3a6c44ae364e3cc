import type { Meeting } from '../../db/schema.ts'
import { later } from '../later.ts'

const kept = { hours: 30 * 24 }
const keptWhilePostponed = { hours: 365 * 24 }

type Ending = Pick<Meeting, 'status' | 'endsAt' | 'cancelledAt'>

/**
 * When a meeting's people are forgotten: 30 days after it, or after it was called off later than that, so that they
 * can still be told. Of a postponed one they are kept for its new date, but no longer than a year after the old.
 */
export function forgottenAt({ status, endsAt, cancelledAt }: Ending): Temporal.Instant {
  if (status === 'postponed') return endsAt.add(keptWhilePostponed)
  return later(endsAt, cancelledAt ?? endsAt).add(kept)
}

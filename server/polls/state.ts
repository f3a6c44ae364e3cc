import type { Meeting, Poll } from '../../db/schema.ts'
import { isLeftOpen } from '../room/is-open.ts'

export type PollState = 'draft' | 'open' | 'closed'

export function pollState({ openedAt, closedAt }: Pick<Poll, 'openedAt' | 'closedAt'>): PollState {
  if (openedAt === null) return 'draft'
  return closedAt === null ? 'open' : 'closed'
}

/** An open one that has not been forgotten. */
export function takesVotes(
  poll: Pick<Poll, 'openedAt' | 'closedAt'>,
  meeting: Pick<Meeting, 'endsAt'>,
  now: Temporal.Instant,
): boolean {
  return poll.openedAt !== null && pollState(poll) === 'open' && !isLeftOpen(meeting, poll.openedAt, now)
}

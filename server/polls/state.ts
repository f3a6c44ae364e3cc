import type { Poll } from '../../db/schema.ts'

export type PollState = 'draft' | 'open' | 'closed'

export function pollState({ openedAt, closedAt }: Pick<Poll, 'openedAt' | 'closedAt'>): PollState {
  if (openedAt === null) return 'draft'
  return closedAt === null ? 'open' : 'closed'
}

import type { Call, Story } from '../../db/schema.ts'
import { later } from '../later.ts'
import { type Ending, forgottenAt } from '../registrations/forgotten-at.ts'

const kept = { hours: 30 * 24 }
const keptUndecided = { hours: 365 * 24 }

/**
 * When a story is forgotten, with everybody who brought it: with its meeting's people, and of a call for a whole
 * project 30 days after it closed. Whoever was just answered has 30 days to read it; what nobody has decided on is
 * kept for the organisers of a project, but no longer than a year.
 */
export function storyForgottenAt(
  { status, decidedAt }: Pick<Story, 'status' | 'decidedAt'>,
  { closesAt }: Pick<Call, 'closesAt'>,
  meeting: Ending | null,
): Temporal.Instant {
  const alone = closesAt.add(status === 'handed-in' ? keptUndecided : kept)
  const usual = meeting ? forgottenAt(meeting) : alone
  return decidedAt ? later(usual, decidedAt.add(kept)) : usual
}

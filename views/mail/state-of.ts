import type { Letter } from '../../db/schema.ts'
import type { LetterState } from '../../server/mail/queries.ts'

export const letterStates = [
  'waiting',
  'held',
  'sent',
  'failed',
  'overtaken',
  'dropped',
] as const satisfies readonly LetterState[]

/** What was posted and came back counts as sent; see `bouncedAt`. */
export function stateOf({ sentAt, ending, heldAt }: Pick<Letter, 'sentAt' | 'ending' | 'heldAt'>): LetterState {
  if (sentAt) return 'sent'
  return ending ?? (heldAt ? 'held' : 'waiting')
}

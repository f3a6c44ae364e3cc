import type { Localised } from '../../db/languages.ts'
import type { Poll, PollVote } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { smallest } from '../room/smallest.ts'

/** How many chose what; of words as they were typed first. `hidden`: only moderators see it. */
export type Outcome = { voters: number; rows: OutcomeRow[] }
export type OutcomeRow = { id: string; label: Localised | string; votes: number; hidden: boolean }

/** What everybody sees of it: null before it is shown. */
export type PublicOutcome = Outcome | 'too-few' | null

const mostWords = 60

export function publicOutcome(poll: Poll, votes: readonly Pick<PollVote, 'choices'>[]): PublicOutcome {
  if (!poll.shownAt) return null
  return votes.length < smallest ? 'too-few' : outcomeOf(poll, votes)
}

export function outcomeOf(poll: Poll, votes: readonly Pick<PollVote, 'choices'>[]): Outcome {
  return { voters: votes.length, rows: poll.kind === 'words' ? wordsIn(poll, votes) : optionsIn(poll, votes) }
}

/** Of a scale the steps from 1 to 5. */
export const steps = ['1', '2', '3', '4', '5'] as const

function optionsIn({ kind, options }: Poll, votes: readonly Pick<PollVote, 'choices'>[]): OutcomeRow[] {
  const chosen = votes.flatMap(({ choices }) => [...new Set(choices)])
  const rows = kind === 'scale' ? steps.map((step) => ({ id: step, label: step })) : options
  return rows.map(({ id, label }) => ({ id, label, votes: chosen.filter((one) => one === id).length, hidden: false }))
}

/** The same word counts as one, however it is written, and once for each voter; the most frequent first. */
function wordsIn({ hiddenWords }: Poll, votes: readonly Pick<PollVote, 'choices'>[]): OutcomeRow[] {
  const found = new Map<string, OutcomeRow>()
  for (const [id, word] of votes.flatMap(({ choices }) => [
    ...new Map(choices.toReversed().map((word) => [folded(word), word])),
  ])) {
    const row = found.get(id) ?? { id, label: word, votes: 0, hidden: hiddenWords.includes(id) }
    found.set(id, { ...row, votes: row.votes + 1 })
  }
  return [...found.values()].sort((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : 1)).slice(0, mostWords)
}

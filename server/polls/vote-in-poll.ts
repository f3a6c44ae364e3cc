import { z } from 'zod'
import type { Database } from '../../db/open.ts'
import { type Poll, type PollVote, pollVotes } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { optionalLine } from '../fields.ts'
import { folded } from '../folded.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { steps } from './outcome.ts'
import { pollIn } from './queries.ts'
import { takesVotes } from './state.ts'

const mostWords = 3

/** What somebody chose: one field, several ticks, or up to three words. */
export function voteForm({ kind, options }: Pick<Poll, 'kind' | 'options'>) {
  const known: readonly string[] = kind === 'scale' ? steps : options.map(({ id }) => id)
  const needed = { message: 'problem.required' satisfies MessageKey }
  const one = z
    .string()
    .default('')
    .transform((id) => [id].filter((chosen) => known.includes(chosen)))
  const ticks = z.record(z.string(), z.string()).default({})
  const several = ticks.transform((ticked) => known.filter((id) => id in ticked))
  const words = z.record(z.string(), optionalLine(40)).default({})
  const said = words.transform((typed) => Object.values(typed).filter(isWord).slice(0, mostWords))
  const chosen = kind === 'words' ? said : kind === 'several' ? several : one
  return z.object({ choice: chosen.refine((choices) => choices.length > 0, needed) })
}

/** Something that can be seen, and so be hidden by its moderator: marks alone fold to nothing. */
function isWord(typed: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(folded(typed))
}

/** One browser, one word: the last one counts. */
export async function voteInPoll(
  db: Database,
  { project, meeting }: Found,
  { id }: Pick<Poll, 'id'>,
  { choices, voterHash }: Pick<PollVote, 'choices' | 'voterHash'>,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const poll = (await pollIn(tx, meeting, id)) ?? notFound()
      if (!takesVotes(poll, meeting, now)) throw new Refusal('polls.is-closed')
      await tx
        .insert(pollVotes)
        .values({ pollId: id, voterHash, choices, at: now })
        .onConflictDoUpdate({ target: [pollVotes.pollId, pollVotes.voterHash], set: { choices, at: now } })
    },
    { touches: project.id },
  )
}

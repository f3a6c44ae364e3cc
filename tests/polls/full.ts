import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import type { Found } from '../../server/meetings/queries.ts'
import { pollKinds } from '../../server/polls/forms.ts'
import { makePoll } from '../../server/polls/make-poll.ts'
import { closePoll, openPoll, showOutcome } from '../../server/polls/run-poll.ts'
import { voteInPoll } from '../../server/polls/vote-in-poll.ts'

type Wanted = { title: string; size: number; owner: Organiser }

/** So many polls of each kind, voted in and shown; the last one is open. */
export async function pollsIn(
  { db, ...found }: Found & { db: Database },
  { title, size, owner }: Wanted,
  now: Temporal.Instant,
): Promise<void> {
  const text = { lv: title, en: title }
  for (let i = 0; i < size; i++)
    for (const kind of pollKinds) {
      const options = kind === 'words' ? [] : [text, text]
      const poll = await makePoll(db, found, { kind, question: text, options }, owner, now)
      await openPoll(db, found, poll, owner, now)
      for (const voter of ['one', 'two', 'three'])
        await voteInPoll(
          db,
          found,
          poll,
          { choices: [kind === 'words' ? title.slice(0, 40) : '1'], voterHash: voter },
          now,
        )
      if (i < size - 1) await closePoll(db, found, poll, owner, now)
      await showOutcome(db, found, poll, owner, now)
    }
}

import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { storySpeakers } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isProposer, isWritable } from './held.ts'
import { type StoryHeld, storyOfSpeaker } from './queries.ts'
import type { Teller } from './story-form.ts'

/** Somebody who was asked says yes, and who they are; also after the deadline, while nothing is decided. */
export async function join(db: Database, held: StoryHeld, teller: Teller, now: Temporal.Instant): Promise<void> {
  await answer(db, held, { ...teller, joinedAt: now, declinedAt: null })
}

/** Or no; whoever has joined can leave again. What they said of themselves goes. */
export async function decline(db: Database, held: StoryHeld, now: Temporal.Instant): Promise<void> {
  const nothing = { kind: 'person', name: '', bio: '', minor: false, guardianEmail: null } as const
  await answer(db, held, { ...nothing, joinedAt: null, declinedAt: now })
}

type Answer = Teller & { joinedAt: Temporal.Instant | null; declinedAt: Temporal.Instant | null }

async function answer(db: Database, { me, call }: StoryHeld, said: Answer): Promise<void> {
  await db.transact(
    async (tx) => {
      const held = (await storyOfSpeaker(tx, me)) ?? notFound()
      if (isProposer(held.me)) throw new Refusal('story.not-now')
      if (!isWritable(held)) throw new Refusal('story.decided')
      const joinedAt = said.joinedAt && (held.me.joinedAt ?? said.joinedAt)
      await tx
        .update(storySpeakers)
        .set({ ...said, joinedAt })
        .where(eq(storySpeakers.id, me.id))
    },
    { touches: 'nothing', lock: call.id },
  )
}

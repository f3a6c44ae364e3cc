import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { stories } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isProposer, isWritable } from './held.ts'
import { type StoryHeld, storyOfSpeaker } from './queries.ts'

/** Before the decision, even after the deadline: nobody is kept to a story they do not want to tell. */
export async function withdraw(db: Database, { me, call }: StoryHeld): Promise<void> {
  await db.transact(
    async (tx) => {
      const held = (await storyOfSpeaker(tx, me)) ?? notFound()
      if (!isWritable(held)) throw new Refusal('story.decided')
      if (!isProposer(held.me)) throw new Refusal('story.not-now')
      await tx.update(stories).set({ status: 'withdrawn' }).where(eq(stories.id, held.story.id))
    },
    { touches: 'nothing', lock: call.id },
  )
}

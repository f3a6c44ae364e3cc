import type { Database } from '../../db/open.ts'
import { type Organiser, type Project, type Story, storyReviews } from '../../db/schema.ts'
import { writableProject } from '../projects/writable.ts'

export type ReviewInput = { score: number | null; comment: string }

/** What an organiser thinks of a story: one opinion each, and it may change. */
export async function review(
  db: Database,
  project: Project,
  story: Pick<Story, 'id'>,
  said: ReviewInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const opinion = { ...said, at: now }
      const { storyId, organiserId } = storyReviews
      await tx
        .insert(storyReviews)
        .values({ ...opinion, storyId: story.id, organiserId: by.id })
        .onConflictDoUpdate({ target: [storyId, organiserId], set: opinion })
    },
    { touches: 'nothing' },
  )
}

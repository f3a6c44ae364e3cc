import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Project, storyFeedback } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound } from '../refusal.ts'
import { feedbackTo } from './queries.ts'

/** Its speaker does not want to see it again: from then on organisers do. Once reported it is theirs no longer. */
export async function reportFeedback(
  db: Database,
  project: Project,
  speaker: { id: string },
  id: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const theirs = (await feedbackTo(tx, speaker)).find((one) => one.id === id) ?? notFound()
      const isNew = and(eq(storyFeedback.id, theirs.id), isNull(storyFeedback.reportedAt))
      await tx.update(storyFeedback).set({ reportedAt: now }).where(isNew)
      await record(tx, 'feedback.reported', null, { project, meeting: { id: theirs.meetingId } }, now)
    },
    { touches: 'nothing' },
  )
}

import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { unsubscribed } from '../../db/schema.ts'
import type { Subscription } from './queries.ts'

/** No more news of the project; what they have to know about a place of theirs still comes. */
export async function unsubscribe(db: Database, { project, addressHash }: Subscription, now: Temporal.Instant) {
  await db.transact(
    async (tx) => {
      await tx.insert(unsubscribed).values({ projectId: project.id, addressHash, at: now }).onConflictDoNothing()
    },
    { touches: 'nothing' },
  )
}

/** They want it after all. */
export async function subscribeAgain(db: Database, { project, addressHash }: Subscription) {
  await db.transact(
    async (tx) => {
      const { projectId, addressHash: of } = unsubscribed
      await tx.delete(unsubscribed).where(and(eq(projectId, project.id), eq(of, addressHash)))
    },
    { touches: 'nothing' },
  )
}

import { and, eq, gt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, projects, unsubscribeLinks } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** Whose news it is about; of their reader nothing is known but the hash of their address. */
export type Subscription = { project: Project; addressHash: string }

export async function subscriptionHeldBy(
  db: Reads,
  token: string,
  now: Temporal.Instant,
): Promise<Subscription | null> {
  const [found] = await db
    .select({ project: projects, addressHash: unsubscribeLinks.addressHash })
    .from(unsubscribeLinks)
    .innerJoin(projects, eq(projects.id, unsubscribeLinks.projectId))
    .where(and(eq(unsubscribeLinks.tokenHash, hashOf(token)), gt(unsubscribeLinks.expiresAt, now)))
  return found ?? null
}

import { and, eq, sql } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, voices } from '../../db/schema.ts'

/** Whoever asked with this address, and wants to be erased: what they asked stays, without them. */
export async function forgetAsker(tx: Tx, project: Pick<Project, 'id'>, email: string | null): Promise<void> {
  if (!email) return
  const theirs = and(eq(voices.projectId, project.id), sql`lower(${voices.email}) = ${email.toLowerCase()}`)
  await tx.update(voices).set({ email: null, name: null, voterHash: null }).where(theirs)
}

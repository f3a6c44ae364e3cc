import { and, eq, inArray, isNotNull, or, sql } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Project, voices } from '../../db/schema.ts'
import { askedWith } from './remembered.ts'

/** Whoever asked with this address, and wants to be erased: what they asked, from whichever browser, stays without them. */
export async function forgetAsker(tx: Tx, project: Pick<Project, 'id'>, email: string | null): Promise<void> {
  if (!email) return
  const asked = (await askedWith(tx, project, email)).map(({ voice }) => voice)
  const ids = asked.map(({ id }) => id)
  const browsers = asked.flatMap(({ voterHash }) => voterHash ?? [])
  const theirs = or(inArray(voices.id, ids), inArray(voices.voterHash, browsers))
  await tx
    .update(voices)
    .set({ email: null, name: null, voterHash: null })
    .where(and(eq(voices.projectId, project.id), theirs))
  const told = and(eq(letters.projectId, project.id), isNotNull(letters.voiceId))
  await tx.delete(letters).where(and(told, sql`lower(${letters.recipient}) = ${email.toLowerCase()}`))
}

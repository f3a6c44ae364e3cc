import { and, eq, notExists } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { authenticators, helpers, memberships, organisers, passkeys, recoveryCodes, sessions } from '../../db/schema.ts'

/**
 * What organisers showed beside the link in their letter, once they take part in nothing any more and are signed in
 * nowhere: it guards nothing then. They are not told, since nothing of theirs has changed hands.
 */
export async function forgetFactorsOfLeft(db: Database): Promise<void> {
  await db.transact(
    async (tx) => {
      for (const { id } of await left(tx))
        for (const table of [authenticators, passkeys, recoveryCodes])
          await tx.delete(table).where(eq(table.organiserId, id))
    },
    { touches: 'nothing' },
  )
}

async function left(db: Reads): Promise<{ id: string }[]> {
  const without = (table: typeof memberships | typeof helpers | typeof sessions) =>
    notExists(db.select({ id: table.organiserId }).from(table).where(eq(table.organiserId, organisers.id)))
  return await db
    .select({ id: organisers.id })
    .from(organisers)
    .where(and(without(memberships), without(helpers), without(sessions)))
}

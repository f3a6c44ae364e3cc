import { and, eq, gt, inArray, notExists, or } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import {
  authenticators,
  halfSessions,
  helpers,
  memberships,
  organisers,
  passkeys,
  recoveryCodes,
  sessions,
} from '../../db/schema.ts'

const keptFor = { hours: 24 * 365 }

/**
 * What organisers showed beside the link in their letter, a year after it was last used, if they take part in nothing and
 * are signed in nowhere. Until then it guards them: they may be asked back, and whoever can sign in may begin a project.
 */
export async function forgetFactorsOfFormer(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const whose = former(tx, now.subtract(keptFor))
      for (const table of [recoveryCodes, authenticators, passkeys])
        await tx.delete(table).where(inArray(table.organiserId, whose))
    },
    { touches: 'nothing' },
  )
}

function former(db: Reads, since: Temporal.Instant) {
  const isIn = (table: typeof memberships | typeof helpers | typeof sessions | typeof halfSessions) =>
    db.select({ id: table.organiserId }).from(table).where(eq(table.organiserId, organisers.id))
  const hasUsed = (table: typeof authenticators | typeof passkeys) =>
    db
      .select({ id: table.organiserId })
      .from(table)
      .where(and(eq(table.organiserId, organisers.id), or(gt(table.addedAt, since), gt(table.lastUsedAt, since))))
  const ties = [isIn(memberships), isIn(helpers), isIn(sessions), isIn(halfSessions)]
  return db
    .select({ id: organisers.id })
    .from(organisers)
    .where(and(...[...ties, hasUsed(authenticators), hasUsed(passkeys)].map((tie) => notExists(tie))))
}

import { createHmac } from 'node:crypto'
import { lt } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Project, unsubscribeLinks } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'
import { addressHash } from './unsubscribed.ts'

/** Longer than any letter waits to be read. */
const valid = { hours: 24 * 180 }

/** The secret that only unsubscribes, made from a letter's own: it leads back to nothing. */
export function unsubscribeToken(letterToken: string): string {
  return createHmac('sha256', letterToken).update('unsubscribe').digest('base64url')
}

/** Lets each of those letters carry a link that unsubscribes its reader. */
export async function newUnsubscribeLinks(
  tx: Tx,
  { id }: Pick<Project, 'id'>,
  letters: readonly { recipient: string; token: string }[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = letters.map(({ recipient, token }) => ({
    tokenHash: hashOf(unsubscribeToken(token)),
    projectId: id,
    addressHash: addressHash(recipient),
    expiresAt: now.add(valid),
  }))
  if (rows.length > 0) await tx.insert(unsubscribeLinks).values(rows)
}

/** Those that have run out. */
export async function forgetUnsubscribeLinks(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(unsubscribeLinks).where(lt(unsubscribeLinks.expiresAt, now))
    },
    { touches: 'nothing' },
  )
}

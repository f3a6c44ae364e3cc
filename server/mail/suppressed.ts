import { and, eq, given, gt, lt } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { suppressed } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

export type Suppression = Pick<typeof suppressed.$inferSelect, 'reason' | 'answer'>

/** Half a year: a mailbox may be opened again, or the server that denied it was wrong. */
const believed = { hours: 24 * 180 }

/** No letter goes to this address any more: its mail server says that it does not exist, or organisers do. */
export async function suppress(tx: Tx, address: string, because: Suppression, now: Temporal.Instant): Promise<void> {
  const why = { reason: because.reason, answer: withoutAddresses(because.answer), at: now }
  await tx
    .insert(suppressed)
    .values({ addressHash: suppressedHash(address), ...why })
    .onConflictDoUpdate({ target: suppressed.addressHash, set: why })
}

export async function isSuppressed(db: Reads, address: string, now: Temporal.Instant): Promise<boolean> {
  const [found] = await prepared(db, believedOf).execute(believedAt(address, now))
  return found !== undefined
}

/** What a query that holds `isBelieved` is told. */
export function believedAt(address: string, now: Temporal.Instant): { address: string; since: number } {
  return { address: suppressedHash(address), since: now.subtract(believed).epochMilliseconds }
}

export const isBelieved = and(eq(suppressed.addressHash, given('address')), gt(suppressed.at, given('since')))

const believedOf = (db: Reads) => db.select({ at: suppressed.at }).from(suppressed).where(isBelieved)

/** It works again, say organisers. */
export async function unsuppress(tx: Tx, address: string): Promise<void> {
  await tx.delete(suppressed).where(eq(suppressed.addressHash, suppressedHash(address)))
}

export async function forgetSuppressed(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(suppressed).where(lt(suppressed.at, now.subtract(believed)))
}

/** What is kept of an address that letters do not reach. */
export function suppressedHash(address: string): string {
  return hashOf(address.toLowerCase())
}

/** Servers like to repeat whom they do not know. */
function withoutAddresses(answer: string | null): string | null {
  return answer?.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '…') ?? null
}

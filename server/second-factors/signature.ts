import { and, eq } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { passkeys } from '../../db/schema.ts'
import { askedOf, takeAsked } from './asked.ts'
import { type Passkey, passkeysOf } from './queries.ts'
import type { Site } from './site.ts'
import { verifiedKnown } from './verify.ts'

export type Signature = { passkey: Passkey; challenge: string; counter: number }

/** What a passkey of theirs has signed in answer to what this session, or half of one, was asked. Verified before the deed. */
export async function signatureOf(
  db: Reads,
  site: Site,
  { organiser, holderHash }: { organiser: { id: string }; holderHash: string },
  signed: string,
  now: Temporal.Instant,
): Promise<Signature | null> {
  const challenge = await askedOf(db, holderHash, 'passkey', now)
  if (!challenge) return null
  const verified = await verifiedKnown(site, challenge, await passkeysOf(db, organiser), signed)
  return verified && { ...verified, challenge }
}

/** Used up: no challenge is answered twice, and a passkey that counts has counted on. */
export async function takeSignature(
  tx: Tx,
  { passkey, challenge, counter }: Signature,
  holderHash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await takeAsked(tx, holderHash, 'passkey', challenge, now))) return false
  const asVerified = and(eq(passkeys.id, passkey.id), eq(passkeys.counter, passkey.counter))
  const taken = await tx.update(passkeys).set({ counter, lastUsedAt: now }).where(asVerified).returning()
  return taken.length > 0
}

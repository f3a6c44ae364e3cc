import type { Database } from '../../db/open.ts'
import { authenticators, passkeys } from '../../db/schema.ts'
import { keepAsked } from '../../server/second-factors/asked.ts'
import { newRecoveryCodes } from '../../server/second-factors/recovery-codes.ts'
import { newAppSecret } from '../../server/second-factors/totp.ts'
import { hashOf } from '../../server/secrets.ts'

/** Of somebody who is signed in: an app, passkeys, recovery codes, and another app begun. */
export async function factorsIn(
  db: Database,
  { owner, cookie, title, size }: { owner: { id: string }; cookie: string; title: string; size: number },
  now: Temporal.Instant,
): Promise<void> {
  const whose = { organiserId: owner.id, addedAt: now }
  await db.transact(
    async (tx) => {
      await tx.insert(authenticators).values({ ...whose, secret: newAppSecret(), lastStep: 0, lastUsedAt: now })
      for (let nth = 0; nth < size; nth++) {
        const key = { credentialId: `credential-${nth}`, publicKey: 'key', counter: 0 }
        await tx.insert(passkeys).values({ ...whose, ...key, name: title })
      }
      await newRecoveryCodes(tx, owner, now)
      await keepAsked(tx, hashOf(cookie.replace('session=', '')), 'app', newAppSecret(), now)
    },
    { touches: 'nothing' },
  )
}

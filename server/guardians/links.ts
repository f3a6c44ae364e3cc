import type { Tx } from '../../db/open.ts'
import { type GuardianConsent, guardianLinks, type Meeting } from '../../db/schema.ts'
import { later } from '../later.ts'
import { hashOf, newToken } from '../secrets.ts'

const kept = { hours: 60 * 24 }

/** A further link to a guardian's page; the secret is returned, and only its hash is kept. */
export async function newGuardianLink(
  tx: Tx,
  consent: Pick<GuardianConsent, 'id'>,
  meeting: Pick<Meeting, 'endsAt'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  const expiresAt = later(meeting.endsAt, now).add(kept)
  await tx.insert(guardianLinks).values({ tokenHash: hashOf(token), consentId: consent.id, createdAt: now, expiresAt })
  return token
}

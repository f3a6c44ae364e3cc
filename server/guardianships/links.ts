import type { Tx } from '../../db/open.ts'
import { type Guardianship, guardianshipLinks, type Meeting } from '../../db/schema.ts'
import { later } from '../later.ts'
import { hashOf, newToken } from '../secrets.ts'

const kept = { hours: 60 * 24 }

/** A further link to a guardian's page; the secret is returned, and only its hash is kept. */
export async function newGuardianshipLink(
  tx: Tx,
  guardianship: Pick<Guardianship, 'id'>,
  meeting: Pick<Meeting, 'endsAt'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  const expiresAt = later(meeting.endsAt, now).add(kept)
  const row = { tokenHash: hashOf(token), guardianshipId: guardianship.id, createdAt: now, expiresAt }
  await tx.insert(guardianshipLinks).values(row)
  return token
}

import type { Tx } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { manageLinks } from '../../db/schema.ts'
import { later } from '../later.ts'
import { hashOf, newToken } from '../secrets.ts'

const leastDays = 60

/** A further link to each registration, in their order; the secrets are returned, and only their hashes are kept. */
export async function newManageLinks<R extends Pick<Registration, 'id'>>(
  tx: Tx,
  registrations: readonly R[],
  meeting: Pick<Meeting, 'endsAt' | 'keepDays'>,
  now: Temporal.Instant,
  secretOf: (registration: R) => string = newToken,
): Promise<string[]> {
  const expiresAt = later(meeting.endsAt, now).add({ hours: 24 * Math.max(leastDays, meeting.keepDays) })
  const made = registrations.map((one) => ({ registrationId: one.id, token: secretOf(one) }))
  const rows = made.map(({ registrationId, token }) => ({
    registrationId,
    tokenHash: hashOf(token),
    createdAt: now,
    expiresAt,
  }))
  if (rows.length > 0) await tx.insert(manageLinks).values(rows)
  return made.map(({ token }) => token)
}

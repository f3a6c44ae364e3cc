import { given } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
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
  if (rows.length > 1) await tx.insert(manageLinks).values(rows)
  else for (const row of rows) await prepared(tx, insertion).execute(row)
  return made.map(({ token }) => token)
}

const insertion = (tx: Tx) =>
  tx.insert(manageLinks).values({
    registrationId: given('registrationId'),
    tokenHash: given('tokenHash'),
    createdAt: given('createdAt'),
    expiresAt: given('expiresAt'),
  })

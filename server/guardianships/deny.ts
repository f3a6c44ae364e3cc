import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { guardianships } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { tell } from '../registrations/letters/letters.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { notMine } from './consent.ts'
import { type Child, freshGuardianship } from './queries.ts'

/** Whoever was asked by mistake agrees to nothing and refuses nothing; the child hears that the address was wrong. */
export async function denyGuardianship(
  db: Database,
  { project, meeting, registration, guardianship }: Child,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = (await freshGuardianship(tx, guardianship)) ?? notFound()
      if (before.answeredAt !== null) return
      const answer = { agreed: false, signedBy: '', textVersion: notMine, answeredAt: now }
      await tx.update(guardianships).set(answer).where(eq(guardianships.id, before.id))
      await record(tx, 'guardianship.not-mine', null, { project, meeting }, now)
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (isLive(current)) await tell(tx, 'guardian-unknown', project, fresh, current, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

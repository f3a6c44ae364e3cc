import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { record } from '../history.ts'
import { type Found, freshMeeting } from '../meetings/queries.ts'
import { hasDawned } from '../meetings/status.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'

/**
 * Whom to call for somebody, read by somebody on duty: that they looked is written down, not at whom. Nobody is on duty
 * before the day itself, as those who named somebody were told.
 */
export async function openContact(
  db: Database,
  { project, meeting }: Found,
  { id }: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<string | null> {
  return await db.transact(
    async (tx) => {
      const registration = (await registrationOf(tx, meeting, id)) ?? notFound()
      if (!isLive(registration)) throw new Refusal('door.ended')
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!hasDawned(fresh, now)) throw new Refusal('emergency.not-yet')
      await record(tx, 'door.contact-seen', by, { project, meeting }, now)
      return registration.emergencyContact
    },
    { touches: 'nothing' },
  )
}

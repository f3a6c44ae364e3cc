import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { record } from '../history.ts'
import type { Found } from '../meetings/queries.ts'
import { registrationOf } from '../registrations/queries.ts'

/** Whom to call for somebody, read by somebody on duty: that they looked is written down, not at whom. */
export async function openContact(
  db: Database,
  { project, meeting }: Found,
  { id }: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<string | null> {
  return await db.transact(
    async (tx) => {
      const registration = await registrationOf(tx, meeting, id)
      await record(tx, 'door.contact-seen', by, { project, meeting }, now)
      return registration?.emergencyContact ?? null
    },
    { touches: 'nothing' },
  )
}

import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Registration } from '../../db/schema.ts'
import { checkIn } from '../check-ins/check-in.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import type { Person } from '../registrations/person.ts'
import { isWithPlace } from '../registrations/queries.ts'
import { takePlace } from '../registrations/register.ts'
import { placesOf } from '../touch.ts'
import { asSent } from './as-sent.ts'

/** Registers whoever has come by and checks them in, in one; a second sending is the first. Nobody above the capacity. */
export async function letIn(
  db: Database,
  { project, meeting }: Found,
  person: Person,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Registration> {
  const come = async (tx: Tx) => {
    await writableProject(tx, project)
    // The first sending may have taken the last place.
    const { person: newcomer, sent } = await asSent(tx, meeting, person)
    const walkIn = { ...newcomer, walkIn: true }
    const registration = sent ?? (await takePlace(tx, project, meeting.id, walkIn, now, by)).registration
    if (!isWithPlace(registration)) throw new Refusal('door.full')
    await checkIn(tx, registration, by, now)
    return registration
  }
  return await db.transact(come, { touches: placesOf(project), lock: meeting.id })
}

import type { Database, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { say } from '../check-ins/check-in.ts'
import type { Comer } from '../check-ins/steps.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'

/**
 * Somebody at the door says on its page that a person has come, or has not after all. Throws a Refusal when they have no
 * registration any more; a phone that could not know tells what happened all the same (take-told.ts).
 */
export async function press(
  db: Database,
  { project, meeting }: Found,
  comer: Comer,
  deed: 'in' | 'undone',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const noted = async (tx: Tx) => {
    await writableProject(tx, project)
    const registration = (await registrationOf(tx, meeting, comer.registrationId)) ?? notFound()
    if (deed === 'in' && !isLive(registration)) throw new Refusal('door.ended')
    await say(tx, meeting, comer, deed, by, now)
  }
  await db.transact(noted, { touches: 'nothing', lock: meeting.id })
}

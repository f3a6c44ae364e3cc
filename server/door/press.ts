import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { say } from '../check-ins/check-in.ts'
import type { Comer } from '../check-ins/steps.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'

/** Somebody at the door says on its page that a person has come, or has not after all. */
export async function press(
  db: Database,
  { project, meeting }: Found,
  comer: Comer,
  deed: 'in' | 'undone',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const noted = async (tx: Parameters<typeof say>[0]) => {
    await writableProject(tx, project)
    await say(tx, meeting, comer, deed, by, now)
  }
  await db.transact(noted, { touches: 'nothing', lock: meeting.id })
}

import type { Tx } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { writeToGuardian } from './ask.ts'
import { unanswered } from './queries.ts'

/** Tells those who were asked and said nothing that the place was not held any longer; inside the deed that let it lapse. */
export async function tellOfLapse(
  tx: Tx,
  project: Pick<Project, 'id'>,
  meeting: Pick<Meeting, 'id' | 'endsAt'>,
  lapsed: Pick<Registration, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  for (const guardianship of await unanswered(tx, [lapsed]))
    await writeToGuardian(tx, 'child-lapsed', project, meeting, guardianship, now)
}

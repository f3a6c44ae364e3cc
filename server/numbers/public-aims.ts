import type { Reads } from '../../db/open.ts'
import type { Project } from '../../db/schema.ts'
import { type Aim, numbersOf } from './numbers.ts'
import { indicatorsOf } from './queries.ts'

/** What is said at the door makes no page stale: the numbers on it may be so much older. */
const kept = { minutes: 10 }

/** What a project promised and has reached, for its page, and how long that holds. */
export async function publicAims(
  db: Reads,
  project: Project,
  now: Temporal.Instant,
): Promise<{ aims: Aim[]; hold: Temporal.Instant | null }> {
  if ((await indicatorsOf(db, project)).length === 0) return { aims: [], hold: null }
  return { aims: (await numbersOf(db, project, now)).aims, hold: now.add(kept) }
}

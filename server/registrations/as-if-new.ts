import { randomUUID } from 'node:crypto'
import { eq, given } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Meeting, type Project, registrations } from '../../db/schema.ts'
import type { Person } from './person.ts'
import { type FirstPlace, welcome } from './welcome.ts'

/**
 * Does for a known address the work that a new one makes, and leaves nothing of it: otherwise the time of the answer would
 * tell what the answer does not. Without an address where a letter was written already, so that it is one for everybody.
 */
export async function asIfNew(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  person: Person,
  place: FirstPlace,
  now: Temporal.Instant,
): Promise<void> {
  const email = person.email && `${randomUUID()}@invalid`
  // Of their own: whatever the known address did earlier is not theirs.
  const newcomer = { ...place, sequence: 0 }
  const standIn = await welcome(tx, project, meeting, { ...person, email, once: undefined }, newcomer, now, null)
  // What hangs on it goes with it: steps, answers, links, letters, guardians and their letters.
  await prepared(tx, removal).execute({ id: standIn.id })
}

const removal = (tx: Tx) => tx.delete(registrations).where(eq(registrations.id, given('id')))

import type { Tx } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { keepAgeSaid } from '../guardianships/keep-age-said.ts'
import { keepParticipants } from '../parties/keep-participants.ts'
import type { Person } from './person.ts'

/** Keeps what a newcomer has said beyond name and group, in the transaction that gives them their place. */
export async function keepSaid(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  registration: Registration,
  person: Person,
  now: Temporal.Instant,
): Promise<void> {
  await keepAgeSaid(tx, project, meeting, registration, person, now)
  await keepParticipants(tx, registration, person.participants ?? [])
}

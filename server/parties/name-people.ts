import type { Database } from '../../db/open.ts'
import type { Problem } from '../forms.ts'
import { unnamedIn } from './companions.ts'
import { keepParticipants } from './keep-participants.ts'
import { changeRoster, newAmong, type Party } from './roster.ts'

/** Names those who have a place and no name yet; whoever is on the list already stays as they are. */
export async function namePeople(
  db: Database,
  party: Party,
  names: readonly string[],
  now: Temporal.Instant,
): Promise<Problem | null> {
  return await changeRoster(db, party, now, async (tx, { registration, named }): Promise<Problem | null> => {
    const fresh = newAmong(names, named)
    const unnamed = unnamedIn(registration, named)
    if (fresh.length > unnamed)
      return { field: 'names', key: 'party.problem-more-names', values: { named: fresh.length, unnamed } }
    await keepParticipants(tx, registration, fresh)
    return null
  })
}

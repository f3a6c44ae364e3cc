import type { Database } from '../../db/open.ts'
import type { Problem } from '../forms.ts'
import { keepParticipants } from './keep-participants.ts'
import { resize } from './resize.ts'
import { changeRoster, newAmong, type Party } from './roster.ts'
import { sparePlaces } from './spare-places.ts'

export type Addition = {
  names: string[]
  /** How many further people, named or not; null: as many as there are names. */
  more: number | null
  /** The places the party had when the form was shown. */
  from: number
}

/** Further places for further people, if there is room for all of them. Sent twice, they come once. */
export async function addPeople(
  db: Database,
  party: Party,
  { names, more, from }: Addition,
  now: Temporal.Instant,
): Promise<Problem | null> {
  return await changeRoster(db, party, now, async (tx, roster): Promise<Problem | null> => {
    const { meeting, registration, named } = roster
    const fresh = newAmong(names, named)
    if (more !== null && from !== registration.seats)
      return registration.seats === from + more ? null : { field: 'more', key: 'party.problem-stale', values: {} }
    if (names.length > 0 && fresh.length === 0) return { field: 'newNames', key: 'party.problem-known', values: {} }
    const wanted = Math.max(more ?? 0, fresh.length)
    const spare = await sparePlaces(tx, meeting, registration, now)
    if (wanted > spare) {
      const field = more === null ? 'newNames' : 'more'
      return { field, key: 'party.problem-no-room', values: { wanted, spare } }
    }
    await keepParticipants(tx, registration, fresh)
    await resize(tx, roster, { seats: registration.seats + wanted }, now)
    return null
  })
}

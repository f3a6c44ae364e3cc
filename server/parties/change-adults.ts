import type { Database } from '../../db/open.ts'
import type { Problem } from '../forms.ts'
import { notFound } from '../refusal.ts'
import { resize } from './resize.ts'
import { changeRoster, type Party } from './roster.ts'
import { sparePlaces } from './spare-places.ts'

/** More or fewer adults come with the class. */
export async function changeAdults(
  db: Database,
  party: Party,
  { adults }: { adults: number },
  now: Temporal.Instant,
): Promise<Problem | null> {
  return await changeRoster(db, party, now, async (tx, roster): Promise<Problem | null> => {
    const { meeting, registration } = roster
    if (registration.kind !== 'class') notFound()
    const wanted = adults - registration.adults
    const spare = await sparePlaces(tx, meeting, registration, now)
    if (wanted > spare) return { field: 'adults', key: 'party.problem-no-room', values: { wanted, spare } }
    await resize(tx, roster, { seats: registration.seats + wanted, adults }, now)
    return null
  })
}

import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Registration, registrations } from '../../db/schema.ts'
import { tell } from '../registrations/letters/letters.ts'
import { become } from '../registrations/places/become.ts'
import { offerFreedPlaces } from '../registrations/places/waiting-list.ts'
import type { Roster } from './roster.ts'

/** Takes or gives back places of a party; freed ones are offered at once, and one letter says how many it has then. */
export async function resize(
  tx: Tx,
  { project, meeting, registration }: Roster,
  { seats, adults = registration.adults }: { seats: number; adults?: number },
  now: Temporal.Instant,
): Promise<void> {
  const kind: Registration['kind'] = registration.kind === 'class' ? 'class' : 'friends'
  await tx.update(registrations).set({ kind, adults }).where(eq(registrations.id, registration.id))
  if (seats === registration.seats) return
  const resized = await become(tx, meeting, registration, { seats }, now, null)
  await tell(tx, 'resized', project, meeting, resized, now, {
    seats: String(registration.seats),
    adults: String(registration.adults),
  })
  await offerFreedPlaces(tx, project, meeting, now)
}

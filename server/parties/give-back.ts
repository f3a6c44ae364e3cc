import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { participants } from '../../db/schema.ts'
import type { Problem } from '../forms.ts'
import { unshow } from '../photos/forget.ts'
import { Refusal } from '../refusal.ts'
import { companionsOf, unnamedIn } from './companions.ts'
import { resize } from './resize.ts'
import { changeRoster, type Party, type Roster } from './roster.ts'

/** Somebody does not come along after all; their place is free at once. Whoever is gone already stays gone. */
export async function removePerson(
  db: Database,
  party: Party,
  participantId: string,
  now: Temporal.Instant,
): Promise<void> {
  await changeRoster(db, party, now, async (tx, roster) => {
    const { registration, named } = roster
    const current = named.find(({ id }) => id === participantId)
    if (!current) return
    refuseLast(roster, 1)
    await unshow(tx, { participantId: current.id })
    await tx.delete(participants).where(eq(participants.id, current.id))
    await resize(tx, roster, { seats: registration.seats - 1 }, now)
  })
}

/** Gives back places of people who had no name yet; `from`: the places the party had when the form was shown. */
export async function giveBack(
  db: Database,
  party: Party,
  { fewer, from }: { fewer: number; from: number },
  now: Temporal.Instant,
): Promise<Problem | null> {
  return await changeRoster(db, party, now, async (tx, roster): Promise<Problem | null> => {
    const { registration, named } = roster
    if (from !== registration.seats)
      return registration.seats === from - fewer ? null : { field: 'fewer', key: 'party.problem-stale', values: {} }
    const unnamed = unnamedIn(registration, named)
    if (fewer > unnamed) return { field: 'fewer', key: 'problem.too-big', values: { max: unnamed } }
    refuseLast(roster, fewer)
    await resize(tx, roster, { seats: registration.seats - fewer }, now)
    return null
  })
}

/** A class without anybody is no class: then it is cancelled as a whole. */
function refuseLast({ registration }: Roster, leaving: number): void {
  if (registration.kind === 'class' && companionsOf(registration) <= leaving) throw new Refusal('party.last')
}

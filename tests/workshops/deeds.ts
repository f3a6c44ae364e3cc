import fc from 'fast-check'
import { eq, like } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Registration, registrations } from '../../db/schema.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { Refusal } from '../../server/refusal.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { become } from '../../server/registrations/places/become.ts'
import { register } from '../../server/registrations/register.ts'
import { putIn, takeOut } from '../../server/workshops/by-hand.ts'
import { choose } from '../../server/workshops/choose.ts'
import { leave } from '../../server/workshops/leave.ts'
import { setPlaces } from '../../server/workshops/set-places.ts'
import type { fair } from './fair.ts'

export type Fair = Awaited<ReturnType<typeof fair>>
export type Deed = { do: (typeof kinds)[number]; who: number; which: number; number: number }

const kinds = [
  ...(['choose', 'choose', 'choose', 'choose', 'leave', 'cancel', 'return', 'return'] as const),
  ...(['places', 'seats', 'move', 'drop', 'put-in', 'take-out', 'post'] as const),
]
const people = Array.from({ length: 7 }, (_, i) => `person-${i}@example.org`)

export function deeds(most: number) {
  const small = (max: number) => fc.integer({ min: 0, max })
  const deed = fc.record({
    do: fc.constantFrom(...kinds),
    who: small(people.length - 1),
    which: small(2),
    number: small(5),
  })
  return fc.array(deed, { minLength: most / 2, maxLength: most })
}

export async function everybodyComes({ db, project, kickoff, pupils, now }: Fair): Promise<void> {
  for (const email of people)
    await register(db, project, kickoff, { name: email, email, groupId: pupils.id, locale: 'lv' }, now)
}

/** Does it through `db`, whatever that watches; refusals are answers like any other. */
export async function perform(here: Fair, db: Database, deed: Deed): Promise<void> {
  await attempt(here, db, deed).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

async function attempt(here: Fair, db: Database, { do: what, who, which, number }: Deed): Promise<unknown> {
  const { project, kickoff, pupils, owner, now } = here
  const slot = [here.bats, here.logo, here.radio][which] ?? here.bats
  const where = { project, meeting: kickoff }
  const email = people[who] ?? ''
  if (what === 'return')
    return await register(db, project, kickoff, { name: email, email, groupId: pupils.id, locale: 'lv' }, now)
  if (what === 'places') return await setPlaces(db, where, slot, number + 1, owner, now)
  if (what === 'move') {
    await here.delay(slot, number * 10)
    return await here.release(now, db)
  }
  if (what === 'drop') {
    await (number % 2 ? here.shelve(slot) : here.bringBack(slot))
    return await here.release(now, db)
  }
  if (what === 'post') return await went(here.db, now)
  const person = (await here.db.select().from(registrations).where(eq(registrations.email, email))).at(-1)
  if (!person) return
  if (what === 'choose') return await choose(db, kickoff, person, slot.id, now)
  if (what === 'leave') return await leave(db, kickoff, person, slot.id, now)
  if (what === 'cancel') return await cancel(db, project, kickoff, person, now)
  if (what === 'put-in') return await putIn(db, where, slot.id, person, owner, now)
  if (what === 'take-out') return await takeOut(db, where, slot, person, owner, now)
  return await resize(here, db, person, number + 1)
}

async function resize({ kickoff, project, now }: Fair, db: Database, { id }: Registration, seats: number) {
  await db.transact(
    async (tx) => {
      const meeting = await freshMeeting(tx, kickoff)
      const [current] = await tx.select().from(registrations).where(eq(registrations.id, id))
      if (meeting && current?.status === 'confirmed') await become(tx, meeting, current, { seats }, now, null)
    },
    { touches: project.id, lock: kickoff.id },
  )
}

/** As if every letter about a workshop had been posted. */
async function went(db: Database, at: Temporal.Instant) {
  const its = like(letters.kind, 'workshop-%')
  await db.transact((tx) => tx.update(letters).set({ sentAt: at }).where(its), { touches: 'nothing' })
}

import { expect, test } from 'vitest'
import type { Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { setGroups } from '../../server/projects/groups.ts'
import { Refusal } from '../../server/refusal.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { accept, lapsePlaces, promote } from '../../server/registrations/places/offer.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { register } from '../../server/registrations/register.ts'
import { asItIs } from '../meetings/input.ts'
import { now, world } from '../world.ts'

const people = Array.from({ length: 12 }, (_, i) => `person-${i}@example.org`)

/** Numbers below `most` that look like chance, and are the same each time. */
function chance(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

type World = Awaited<ReturnType<typeof world>>

/** Something that somebody does, about a registration as it was before all the others did something. */
async function deed(any: (most: number) => number, here: World, rows: Registration[], at: Temporal.Instant) {
  const { db, project, pupils, owner } = here
  const meeting = (await freshMeeting(db, here.kickoff)) ?? expect.unreachable()
  const [email = '', row] = [people[any(people.length)], rows[any(rows.length)]]
  const come = () => register(db, project, meeting, { name: email, email, groupId: pupils.id, locale: 'lv' }, at)
  const deeds = [
    ...[come, come, come],
    () => lapsePlaces(db, at),
    () => editMeeting(db, project, meeting, { ...asItIs(meeting), capacity: 1 + any(6) }, owner, at),
    () => setGroups(db, project, [{ name: { lv: `Grupa ${any(3)}` } }], owner, at),
    ...(row ? [() => cancel(db, project, meeting, row, at), () => accept(db, project, meeting, row, at)] : []),
    ...(row ? [() => promote(db, project, meeting, row, owner, at)] : []),
  ]
  await deeds[any(deeds.length)]?.().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

test.each([1, 2, 3])(
  'whatever people do at once, nobody is in twice or too many, and no free place waits (%i)',
  async (seed) => {
    const here = await world({ capacity: 3, offerHours: 1 })
    const any = chance(seed * 7919)
    for (let round = 1; round <= 15; round += 1) {
      const at = now.add({ minutes: 20 * round })
      const rows = await here.db.select().from(registrations)
      await Promise.all(Array.from({ length: 14 }, () => deed(any, here, rows, at)))
      const { capacity } = (await freshMeeting(here.db, here.kickoff)) ?? expect.unreachable()
      const { taken, waiting } = await standing(here.db, here.kickoff)
      expect(taken).toBeLessThanOrEqual(capacity)
      if (waiting > 0) expect(taken).toBe(capacity)
    }
    const arrivals = (await here.db.select().from(registrations)).map(({ arrival }) => arrival)
    expect(new Set(arrivals).size).toBe(arrivals.length)
  },
)

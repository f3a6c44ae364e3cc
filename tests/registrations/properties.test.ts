import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { now as start, world } from '../world.ts'
import { about, around, beginning, emailOf, type House, newHouse, perform } from './place-deeds.ts'
import { act, type Model, newModel } from './place-model.ts'
import { expectJournal, expectLettered, type Recorded, recorded } from './place-record.ts'
import { expectFair, groupOf, inOrderOfDeeds } from './place-replay.ts'

const here = await world()

test('one after another, places go as the rules say; every state is in the journal, every change in one letter', async () => {
  const any = fc.oneof({ weight: 5, arbitrary: about }, { weight: 2, arbitrary: around })
  const deeds = fc.array(any, { minLength: 10, maxLength: 60, size: 'max' })
  const property = fc.asyncProperty(beginning, deeds, async (beginning, deeds) => {
    const [house, model] = [await newHouse(here, beginning), newModel(beginning)]
    for (const deed of deeds) {
      act(model, deed)
      await perform(house, deed, start.add({ hours: model.hour }))
      expect(standingOf(house, await recorded(here.db, house.meeting)), JSON.stringify(deed)).toEqual(predicted(model))
    }
    const record = await recorded(here.db, house.meeting)
    expectJournal(record)
    await expectLettered(here.db, record)
  })
  await fc.assert(property, { numRuns: onPostgres ? 8 : 25 })
})

test('all at once, there are never too many, nobody is overtaken who fitted, and no free place waits for nobody', async () => {
  const rounds = fc.array(
    fc.record({ first: fc.array(around, { maxLength: 2 }), atOnce: fc.array(about, { maxLength: 16, size: 'max' }) }),
    { minLength: 1, maxLength: 6, size: 'max' },
  )
  const property = fc.asyncProperty(beginning, rounds, async (beginning, rounds) => {
    const house = await newHouse(here, beginning)
    let hour = 0
    for (const { first, atOnce } of rounds) {
      for (const deed of first) {
        hour += deed.do === 'wait' ? deed.hours : 0
        await perform(house, deed, start.add({ hours: hour }))
      }
      const before = await recorded(here.db, house.meeting)
      const order: number[] = []
      await Promise.all(atOnce.map((deed, i) => perform(inOrderOfDeeds(house, i, order), deed, momentOf(hour, i))))
      const after = await recorded(here.db, house.meeting)
      await expectFair(house, { before, after, order: order.map((i) => momentOf(hour, i)) })
      expectJournal(after)
      await expectLettered(here.db, after)
      hour += 1
    }
  })
  await fc.assert(property, { numRuns: onPostgres ? 8 : 25 })
})

/** Each of those at once has a moment of its own, by which its steps are known. */
function momentOf(hour: number, i: number): Temporal.Instant {
  return start.add({ hours: hour, milliseconds: i + 1 })
}

function standingOf(house: House, { rows }: Recorded) {
  return rows.map(({ email, groupId, seats, status, heldUntil }) => {
    const until = heldUntil?.since(start).total('hours') ?? null
    return { email, group: groupOf(house, { groupId }), seats, status, until }
  })
}

function predicted({ parties }: Model) {
  return parties.map(({ who, ...one }) => ({
    email: who === null ? null : emailOf(who),
    group: one.group,
    seats: one.seats,
    status: one.status,
    until: one.until,
  }))
}

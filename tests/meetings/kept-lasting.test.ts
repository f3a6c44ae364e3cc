import { expect, test } from 'vitest'
import { keepLasting } from '../../server/kept-lasting.ts'
import { placesOf } from '../../server/touch.ts'
import { freshDatabase } from '../database.ts'
import { now } from '../world.ts'

const city = { id: 'gen-y-city' }

async function keeper() {
  const db = await freshDatabase()
  const clock = { now }
  const kept = keepLasting<number>({ db, now: () => clock.now })
  const touch = async (touches: string) => await db.transact(async () => {}, { touches })
  let reads = 0
  const look = async (meanwhile = async () => {}) =>
    (
      await kept('its page', async () => {
        const shown = ++reads
        await meanwhile()
        return { project: city.id, shown, until: now.add({ hours: 1 }) }
      })
    ).shown
  return { clock, touch, look }
}

test('it is read once while people come and go, and anew once anything else is written', async () => {
  const { touch, look } = await keeper()
  expect([await look(), await look()]).toEqual([1, 1])
  await touch(placesOf(city))
  await touch('other-city')
  await touch('nothing')
  expect(await look()).toBe(1)
  await touch(city.id)
  expect(await look()).toBe(2)
  await touch('everything')
  expect(await look()).toBe(3)
})

test('what was read while something was written is not kept, but for places', async () => {
  const { touch, look } = await keeper()
  expect([await look(() => touch(city.id)), await look(() => touch(placesOf(city))), await look()]).toEqual([1, 2, 2])
})

test('it is over when its time is', async () => {
  const { clock, look } = await keeper()
  await look()
  clock.now = now.add({ minutes: 59 })
  expect(await look()).toBe(1)
  clock.now = now.add({ hours: 1 })
  expect(await look()).toBe(2)
})

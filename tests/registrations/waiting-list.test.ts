import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { accept, lapsePlaces, promote } from '../../server/registrations/places/offer.ts'
import { queuePosition } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami, type Young } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, places, registrationBy } from './places.ts'

const inADay = now.add({ hours: 24 })

async function fullHouse(...people: Young[]) {
  const here = await world({ capacity: 1 })
  for (const person of people) {
    await register(here.db, here.project, here.kickoff, { ...person, groupId: here.pupils.id }, now)
  }
  return here
}

test('a cancelled place is offered to the first person waiting, until tomorrow', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami, liga)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' })
  expect((await registrationBy(db, sami)).heldUntil).toEqual(inADay)
  expect(await lettersTo(db, sami)).toEqual(['offer', 'waiting'])
  expect(await lettersTo(db, noor)).toEqual(['confirmation', 'left'])
})

test('an offered place is taken: a newcomer waits', async () => {
  const { db, project, kickoff, pupils } = await fullHouse(noor, sami)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' })
})

test('accepting an offer twice is accepting it once', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await accept(db, project, kickoff, await registrationBy(db, sami), now)
  await accept(db, project, kickoff, await registrationBy(db, sami), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed' })
  expect(await lettersTo(db, sami)).toEqual(['confirmation', 'offer', 'waiting'])
})

test('declining passes the place on', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami, liga)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await cancel(db, project, kickoff, await registrationBy(db, sami), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'cancelled', Līga: 'offered' })
})

test('an offer that nobody answers lapses and goes to the next in line', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami, liga)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await lapsePlaces(db, inADay.subtract({ seconds: 1 }))
  expect(await places(db, kickoff)).toMatchObject({ Sami: 'offered' })
  await lapsePlaces(db, inADay)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'lapsed', Līga: 'offered' })
  expect(await lettersTo(db, sami)).toEqual(['lapsed', 'offer', 'waiting'])
})

test('an offer cannot be accepted after its deadline', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  const late = accept(db, project, kickoff, await registrationBy(db, sami), inADay.add({ seconds: 1 }))
  await expect(late).rejects.toThrow('registration.offer-over')
})

test('no offer outlasts the start of the meeting', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami)
  const shortly = kickoff.startsAt.subtract({ hours: 2 })
  await cancel(db, project, kickoff, await registrationBy(db, noor), shortly)
  expect((await registrationBy(db, sami)).heldUntil).toEqual(kickoff.startsAt)
})

test('once the meeting has begun, freed places are not offered', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami)
  await cancel(db, project, kickoff, await registrationBy(db, noor), kickoff.startsAt)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'waiting' })
})

test('an organiser may promote anybody waiting, when a place is free', async () => {
  const { db, project, kickoff, owner } = await fullHouse(noor, sami, liga)
  const early = promote(db, project, kickoff, await registrationBy(db, liga), owner, now)
  await expect(early).rejects.toThrow('registration.no-free-place')
  await raiseCapacity(db, kickoff)
  await promote(db, project, kickoff, await registrationBy(db, liga), owner, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting', Līga: 'offered' })
})

test('the position in line counts only those who still wait', async () => {
  const { db, project, kickoff } = await fullHouse(noor, sami, liga)
  expect(await queuePosition(db, await registrationBy(db, liga))).toBe(2)
  await cancel(db, project, kickoff, await registrationBy(db, sami), now)
  expect(await queuePosition(db, await registrationBy(db, liga))).toBe(1)
  expect(await queuePosition(db, await registrationBy(db, noor))).toBeNull()
})

async function raiseCapacity(db: Database, meeting: { id: string }) {
  await db.transact((tx) => tx.update(meetings).set({ capacity: 2 }).where(eq(meetings.id, meeting.id)), {
    touches: 'everything',
  })
}

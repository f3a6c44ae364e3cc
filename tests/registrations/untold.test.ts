import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, placeSteps } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { lapsePlaces, promote } from '../../server/registrations/places/offer.ts'
import { pausePromotion } from '../../server/registrations/places/pause.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, lettersWent, places, registrationBy } from './places.ts'

const day = { hours: 24 }

/** Noor has the one place; Sami and Līga wait. */
async function waiting(said: { email?: null } = {}) {
  const here = await world({ capacity: 1 })
  const { db, project, kickoff, pupils, owner } = here
  const groupId = pupils.id
  await register(db, project, kickoff, { ...noor, groupId }, now)
  const { registration } = await register(db, project, kickoff, { ...sami, groupId, ...said }, now, owner)
  await register(db, project, kickoff, { ...liga, groupId }, now)
  await lettersWent(db, now)
  return { ...here, samis: registration }
}

test('an offer does not run out while the letter that makes it cannot be delivered', async () => {
  const { db, project, kickoff } = await waiting()
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await fails(db, 'offer')
  const later = now.add(day)
  await lapsePlaces(db, later)
  expect(await registrationBy(db, sami)).toMatchObject({ status: 'offered', heldUntil: later.add(day) })
  expect(await lettersTo(db, sami)).toEqual(['offer', 'waiting'])
  await lettersWent(db, later)
  await lapsePlaces(db, later.add(day))
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'lapsed', Līga: 'offered' })
  expect(await lettersTo(db, sami)).toEqual(['lapsed', 'offer', 'waiting'])
})

test('nor does it outlast the start', async () => {
  const { db, project, kickoff } = await waiting()
  await cancel(db, project, kickoff, await registrationBy(db, noor), kickoff.startsAt.subtract({ hours: 1 }))
  await fails(db, 'offer')
  await lapsePlaces(db, kickoff.startsAt)
  expect(await registrationBy(db, sami)).toMatchObject({ status: 'lapsed' })
})

test('a child keeps the place while the guardian cannot be reached', async () => {
  const { db, project, kickoff } = await world({ asksAge: true, guardianDays: 2 })
  const child = { ...noor, groupId: null, ageBand: 'child', birthYear: 2016, guardianEmail: 'g@example.org' } as const
  await register(db, project, kickoff, child, now)
  await fails(db, 'child-request')
  const later = now.add({ hours: 48 })
  await lapsePlaces(db, later)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'held', heldUntil: later.add({ hours: 48 }) })
})

test('whoever has no address gets the place that comes free, since they could never answer an offer', async () => {
  const { db, project, kickoff, samis } = await waiting({ email: null })
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await lapsePlaces(db, now.add(day))
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed', Līga: 'waiting' })
  const steps = await db.select().from(placeSteps).where(eq(placeSteps.registrationId, samis.id))
  expect(steps.map(({ status }) => status).sort()).toEqual(['confirmed', 'waiting'])
})

test('also when an organiser chooses them', async () => {
  const { db, project, kickoff, owner, samis } = await waiting({ email: null })
  await pausePromotion(db, project, kickoff, owner, now)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await places(db, kickoff)).toMatchObject({ Sami: 'waiting' })
  await promote(db, project, kickoff, samis, owner, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed', Līga: 'waiting' })
})

/** The mail server does not take it. */
async function fails(db: Database, kind: string) {
  await db.transact((tx) => tx.update(letters).set({ attempts: 3 }).where(eq(letters.kind, kind)), {
    touches: 'nothing',
  })
}

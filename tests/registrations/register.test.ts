import { expect, test } from 'vitest'
import { meetings, registrations } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, lettersWent, places, registrationBy } from './places.ts'

test('whoever comes while a place is free is in, and a letter says so', async () => {
  const { db, project, kickoff, pupils } = await world()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed' })
  expect(await lettersTo(db, noor)).toEqual(['confirmation'])
})

test('whoever comes when all places are taken waits, in the order of arrival', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  for (const person of [noor, sami, liga]) {
    await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  }
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting', Līga: 'waiting' })
  expect(await lettersTo(db, sami)).toEqual(['waiting'])
})

test('a thousand at once for thirty places: thirty are in, the others wait in order, nobody twice', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 30 })
  const crowd = Array.from({ length: 1000 }, (_, i) => ({ name: `Guest ${i}`, email: `guest${i}@example.org` }))
  await Promise.all(
    crowd.map((person) => register(db, project, kickoff, { ...person, locale: 'lv', groupId: pupils.id }, now)),
  )
  const standings = Object.values(await places(db, kickoff))
  expect(standings).toHaveLength(1000)
  expect(standings.slice(0, 30)).toEqual(Array(30).fill('confirmed'))
  expect(standings.slice(30)).toEqual(Array(970).fill('waiting'))
})

test('registering twice changes nothing, whatever the capitals, and a letter reminds', async () => {
  const { db, project, kickoff, pupils, teachers } = await world()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await lettersWent(db, now)
  const again = { ...noor, name: 'Somebody', email: 'NOOR@example.org', groupId: teachers.id }
  await register(db, project, kickoff, again, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed' })
  expect(await lettersTo(db, noor)).toEqual(['already', 'confirmation'])
})

test('a known address is answered exactly like a new one', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const known = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const stranger = await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect(known.newcomersGet).toBe(stranger.newcomersGet)
})

test('who cancelled can come back, above every SEQUENCE their calendar has seen', async () => {
  const { db, project, kickoff, pupils } = await world()
  const first = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await cancel(db, project, kickoff, first.registration, now)
  const second = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(second.registration).toMatchObject({ status: 'confirmed', sequence: 2 })
})

test('whoever leaves by a page opened before the meeting was moved is above every SEQUENCE all the same', async () => {
  const { db, project, kickoff, pupils } = await world()
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await db.transact((tx) => tx.update(meetings).set({ sequence: 4 }), { touches: 'everything' })
  await cancel(db, project, kickoff, registration, now)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'cancelled', sequence: 5 })
})

test.each([
  [{ opensAt: now.add({ hours: 1 }) }, 'registration.not-yet'],
  [{ closesAt: now }, 'registration.closed'],
  [{ startsAt: now.subtract({ hours: 2 }), endsAt: now }, 'registration.over'],
  [{ status: 'cancelled' as const }, 'registration.cancelled'],
  [{ status: 'postponed' as const }, 'registration.postponed'],
  [{ status: 'draft' as const }, 'refusal.not-found'],
])('nobody gets in past a closed door: %o', async (meeting, refusal) => {
  const { db, project, kickoff, pupils } = await world(meeting)
  await expect(register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)).rejects.toThrow(refusal)
  expect(await places(db, kickoff)).toEqual({})
  expect(await lettersTo(db, noor)).toEqual([])
})

test('an organiser adds people before registration opens, but not above the capacity', async () => {
  const { db, project, kickoff, pupils, owner } = await world({ capacity: 1, opensAt: now.add({ hours: 1 }) })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now, owner)
  await register(db, project, kickoff, { ...sami, email: null, groupId: pupils.id }, now, owner)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
})

test('the capacity that counts is the one at the time of writing', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  const stale = { ...kickoff, capacity: 100 }
  for (const person of [noor, sami]) await register(db, project, stale, { ...person, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
})

test('what comes back of a registration is what was kept of it, to the millisecond', async () => {
  const { db, project, kickoff, pupils } = await world()
  const person = {
    ...noor,
    groupId: pupils.id,
    birthYear: 2010,
    ageBand: 'young' as const,
    emergencyContact: '+371 20000000',
  }
  const { registration } = await register(db, project, kickoff, person, now.add({ nanoseconds: 1_234_567 }))
  expect(await db.select().from(registrations)).toEqual([registration])
})

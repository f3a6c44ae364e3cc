import { expect, test } from 'vitest'
import { placeSteps, reservedPlaces } from '../../db/schema.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { change } from '../../server/registrations/change.ts'
import { freeFor, roomOf } from '../../server/registrations/places/seats.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { whyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami, type Young } from '../cast.ts'
import { now, world } from '../world.ts'
import { places, registrationBy } from './places.ts'

async function withReserved(capacity: number, forTeachers: number) {
  const here = await world({ capacity })
  const { db, project, kickoff, pupils, teachers } = here
  const row = { meetingId: kickoff.id, groupId: teachers.id, places: forTeachers }
  await db.transact((tx) => tx.insert(reservedPlaces).values(row), { touches: 'everything' })
  const come = async (person: Young, group: { id: string }, seats = 1) =>
    await register(db, project, kickoff, { ...person, groupId: group.id, seats }, now)
  const free = async (group: { id: string }) => freeFor(await roomOf(db, kickoff), group.id)
  const why = async () =>
    whyNobodyMoves((await freshMeeting(db, kickoff)) ?? expect.unreachable(), await standing(db, kickoff), now)
  return { ...here, pupils, teachers, come, free, why }
}

test('places kept for a group go to nobody else, and the reason is said', async () => {
  const { db, kickoff, pupils, teachers, come, free, why } = await withReserved(3, 2)
  await come(noor, pupils)
  await come(sami, pupils)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
  expect([await free(pupils), await free(teachers)]).toEqual([0, 2])
  expect(await why()).toEqual({ why: 'kept-for-others', free: 2 })
  await come(liga, teachers)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting', Līga: 'confirmed' })
})

test('a group takes its own places first, then what is shared', async () => {
  const { pupils, teachers, come, free } = await withReserved(3, 2)
  await come(noor, teachers)
  await come(sami, teachers)
  expect([await free(pupils), await free(teachers)]).toEqual([1, 1])
  await come(liga, teachers)
  expect([await free(pupils), await free(teachers)]).toEqual([0, 0])
})

test('a party comes together or not at all, and a smaller one may go before it', async () => {
  const { db, project, kickoff, pupils, come, why } = await withReserved(3, 1)
  await come(noor, pupils, 2)
  await come(sami, pupils, 2)
  await come(liga, pupils, 1)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting', Līga: 'waiting' })
  await come(mark, pupils, 1)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting', Марк: 'waiting' })
  await cancel(db, project, kickoff, await registrationBy(db, sami), now)
  expect(await places(db, kickoff)).toMatchObject({ Līga: 'offered', Марк: 'offered' })
  expect(await why()).toEqual({ why: 'nobody-waits' })
})

test('who changes group frees a place for another at once, and cannot change into one that is full', async () => {
  const { db, project, kickoff, pupils, teachers, come } = await withReserved(2, 1)
  await come(noor, pupils)
  await come(sami, pupils)
  const details = { name: 'Noor', locale: 'lv', groupId: teachers.id } as const
  const of = await registrationBy(db, noor)
  expect(await change(db, project, kickoff, of, details, now)).toBeNull()
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'offered' })
  expect(await change(db, project, kickoff, of, { ...details, groupId: pupils.id }, now)).toEqual({
    field: 'group',
    key: 'registration.group-full',
  })
  const steps = (await db.select().from(placeSteps)).filter(({ registrationId }) => registrationId === of.id)
  expect(steps.map(({ number, status, groupId }) => [number, status, groupId]).sort()).toEqual([
    [1, 'confirmed', pupils.id],
    [2, 'confirmed', teachers.id],
  ])
})

test('one address brings several classes, each once', async () => {
  const { db, project, kickoff, teachers, come } = await withReserved(30, 1)
  const bring = (className: string, seats: number) =>
    register(db, project, kickoff, { ...liga, groupId: teachers.id, kind: 'class', className, seats }, now)
  await bring('7.a klase', 12)
  await bring('7.b klase', 10)
  await bring('7.A  Klase', 12)
  await come(liga, teachers)
  expect(await standing(db, kickoff)).toMatchObject({ confirmed: 23, taken: 23, waiting: 0 })
})

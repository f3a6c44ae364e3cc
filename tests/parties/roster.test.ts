import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { addPeople } from '../../server/parties/add-people.ts'
import { changeAdults } from '../../server/parties/change-adults.ts'
import { giveBack, removePerson } from '../../server/parties/give-back.ts'
import { namePeople } from '../../server/parties/name-people.ts'
import { participantsOf } from '../../server/parties/queries.ts'
import { renamePerson } from '../../server/parties/rename-person.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { approve } from '../../server/registrations/places/approve.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { config } from '../mail/config.ts'
import { lettersTo, lettersWent, places } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { bringClass, bringFriends, partyNow, teacher } from './cast.ts'

/** A class of three pupils, two of them named, in a meeting of ten. */
async function classOfThree(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world({ takesClasses: true, capacity: 10, ...meeting })
  const { db, project, kickoff: held, pupils } = here
  const coming = { names: ['Anna', 'Jānis'], pupils: 3, groupId: pupils.id }
  const registration = await bringClass(db, project, held, coming)
  const party = { project, meeting: held, registration }
  const idOf = async (name: string) =>
    (await participantsOf(db, registration)).find((one) => one.name === name)?.id ?? ''
  return { ...here, party, registration, idOf }
}

const add = (names: string[], more: number | null = null, from = 4) => ({ names, more, from })

test('whoever has a place and no name gets one; pasting the whole list again adds only who is new', async () => {
  const { db, party, registration } = await classOfThree()
  expect(await namePeople(db, party, ['ANNA', 'Jānis', 'Līga'], now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 4, names: ['Anna', 'Jānis', 'Līga'] })
  expect(await namePeople(db, party, ['Anna', 'Jānis', 'Līga'], now)).toBe(null)
  expect(await namePeople(db, party, ['Ēriks'], now)).toMatchObject({ field: 'names', key: 'party.problem-more-names' })
  expect((await partyNow(db, registration)).names).toEqual(['Anna', 'Jānis', 'Līga'])
})

test('further people come while there is room, and are told how many fit when there is not', async () => {
  const { db, party, registration } = await classOfThree()
  expect(await addPeople(db, party, add(['Līga', 'Ēriks']), now)).toBe(null)
  expect(await addPeople(db, party, add([], 5, 6), now)).toMatchObject({ values: { wanted: 5, spare: 4 } })
  expect(await addPeople(db, party, add([], 4, 6), now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 10, names: ['Anna', 'Jānis', 'Līga', 'Ēriks'] })
})

test('nobody who waits is overtaken by a class that grows', async () => {
  const { db, project, kickoff, pupils, party, registration } = await classOfThree()
  await bringClass(db, project, kickoff, { className: '9', pupils: 6, groupId: pupils.id, email: 'other@example.org' })
  const friends = { name: 'Noor', email: 'noor@example.org', friends: ['Sami'] }
  await bringFriends(db, project, kickoff, friends)
  expect(await places(db, kickoff)).toMatchObject({ [teacher.name]: 'waiting', Noor: 'confirmed' })
  expect(await addPeople(db, party, add([], 4), now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 8 })
  await register(db, project, kickoff, { ...noor, email: 'n2@example.org', groupId: pupils.id }, now)
  await removePerson(db, party, (await participantsOf(db, registration))[0]?.id ?? '', now)
  expect(await addPeople(db, party, add([], 1, 7), now)).toMatchObject({ values: { spare: 0 } })
})

test('whoever does not come frees a place, which is offered to the next at once', async () => {
  const { db, project, kickoff, pupils, party, registration, idOf } = await classOfThree({ capacity: 4 })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toMatchObject({ Noor: 'waiting' })
  const anna = await idOf('Anna')
  await removePerson(db, party, anna, now)
  await removePerson(db, party, anna, now)
  expect(await places(db, kickoff)).toMatchObject({ Noor: 'offered' })
  expect(await partyNow(db, registration)).toMatchObject({ seats: 3, names: ['Jānis'] })
})

test('a form sent twice counts once, and one that is out of date counts not at all', async () => {
  const { db, party, registration } = await classOfThree()
  for (const _ of [1, 2]) expect(await addPeople(db, party, add([], 2), now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 6 })
  for (const _ of [1, 2]) expect(await giveBack(db, party, { fewer: 1, from: 6 }, now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 5 })
  expect(await addPeople(db, party, add([], 3), now)).toMatchObject({ key: 'party.problem-stale' })
  expect(await giveBack(db, party, { fewer: 2, from: 9 }, now)).toMatchObject({ key: 'party.problem-stale' })
  expect(await giveBack(db, party, { fewer: 3, from: 5 }, now)).toMatchObject({ values: { max: 2 } })
  expect(await addPeople(db, party, add(['Anna']), now)).toMatchObject({ key: 'party.problem-known' })
  expect(await partyNow(db, registration)).toMatchObject({ seats: 5 })
})

test('two teachers at once lose no name: the second sees what the first has written', async () => {
  const { db, party, registration, idOf } = await classOfThree()
  const anna = await idOf('Anna')
  const write = (name: string, was: string) => renamePerson(db, party, anna, { name, was }, now)
  expect(await write('Anna Bērziņa', 'Anna')).toBe(null)
  expect(await write('Anna Kalniņa', 'Anna')).toMatchObject({
    key: 'party.problem-renamed',
    values: { name: 'Anna Bērziņa' },
  })
  expect(await write('Anna Bērziņa', 'Anna')).toBe(null)
  const added = await Promise.all([
    namePeople(db, party, ['Līga'], now),
    addPeople(db, party, add(['Ēriks']), now),
    addPeople(db, party, add(['Žanis']), now),
  ])
  expect(added).toEqual([null, null, null])
  const { names, seats } = await partyNow(db, registration)
  expect([seats, [...names].sort()]).toEqual([6, ['Anna Bērziņa', 'Jānis', 'Līga', 'Ēriks', 'Žanis'].sort()])
})

test('one more adult takes a place, one fewer frees it, and a class without pupils is none', async () => {
  const { db, party, registration, idOf } = await classOfThree()
  await changeAdults(db, party, { adults: 2 }, now)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 5, adults: 2 })
  expect(await changeAdults(db, party, { adults: 9 }, now)).toMatchObject({ field: 'adults' })
  await changeAdults(db, party, { adults: 1 }, now)
  await giveBack(db, party, { fewer: 1, from: 4 }, now)
  await removePerson(db, party, await idOf('Anna'), now)
  await expect(removePerson(db, party, await idOf('Jānis'), now)).rejects.toThrow('party.last')
  expect(await partyNow(db, registration)).toEqual({ status: 'confirmed', seats: 2, adults: 1, names: ['Jānis'] })
})

test('several changes are told in one letter, with what it was; none when it came back to that', async () => {
  const { db, party } = await classOfThree()
  await lettersWent(db, now)
  await addPeople(db, party, add(['Līga', 'Ēriks']), now)
  await giveBack(db, party, { fewer: 1, from: 6 }, now)
  expect(await lettersTo(db, teacher)).toEqual(['confirmation', 'resized'])
  const resized = (await db.select().from(letters)).find(({ kind }) => kind === 'resized') ?? expect.unreachable()
  const written = await registrationWriters.resized(db, { ...resized, locale: 'en' }, { config, now })
  expect(written?.text).toContain('Places: 4 young people and 1 adult\n  Before: 3 young people and 1 adult')
  await removePerson(db, party, (await participantsOf(db, party.registration)).at(-1)?.id ?? '', now)
  expect(await registrationWriters.resized(db, resized, { config, now })).toBe(null)
})

test('where organisers approve everybody, nobody takes further places by themselves', async () => {
  const { db, project, kickoff, pupils, owner } = await world({ takesClasses: true, approval: true })
  const registration = await bringClass(db, project, kickoff, { pupils: 3, groupId: pupils.id })
  const party = { project, meeting: kickoff, registration }
  expect(await addPeople(db, party, add([], 1), now)).toBe(null)
  await approve(db, project, kickoff, registration, owner, now)
  expect(await addPeople(db, party, add([], 1, 5), now)).toMatchObject({ values: { spare: 0 } })
  expect(await partyNow(db, registration)).toMatchObject({ status: 'confirmed', seats: 5 })
})

test('friends: as many as the meeting allows, and one alone may still bring some', async () => {
  const { db, project, kickoff } = await world({ friendsMost: 2 })
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const party = { project, meeting: kickoff, registration }
  expect(await addPeople(db, party, add(['Sami', 'Līga', 'Oļa'], null, 1), now)).toMatchObject({ values: { spare: 2 } })
  expect(await addPeople(db, party, add(['Sami', 'Līga'], null, 1), now)).toBe(null)
  expect(await partyNow(db, registration)).toMatchObject({ seats: 3, names: ['Sami', 'Līga'] })
})

test('once the meeting is over nothing is changed any more', async () => {
  const at = Temporal.Instant.from('2026-12-13T10:00:00Z')
  const { db, party, registration, idOf } = await classOfThree()
  const anna = await idOf('Anna')
  await expect(namePeople(db, party, ['Līga'], at)).rejects.toThrow('party.closed')
  await expect(renamePerson(db, party, anna, { name: 'X', was: 'Anna' }, at)).rejects.toThrow('party.closed')
  await expect(removePerson(db, party, anna, at)).rejects.toThrow('party.closed')
  expect(await partyNow(db, registration)).toMatchObject({ seats: 4, names: ['Anna', 'Jānis'] })
})

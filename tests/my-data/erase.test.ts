import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { erasures, history, letters, manageLinks, registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { erase } from '../../server/my-data/erase.ts'
import { eraseAgain } from '../../server/my-data/erase-again.ts'
import { notedErasures } from '../../server/my-data/erasure-log.ts'
import { register } from '../../server/registrations/register.ts'
import { nobody } from '../../server/retention/forget-registrations.ts'
import { noor, sami } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { lettersTo, registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'

const later = now.add({ minutes: 5 })

async function withTwo() {
  const here = await world({ capacity: 1 })
  const dataDir = freshFolder()
  for (const person of [noor, sami])
    await register(here.db, here.project, here.kickoff, { ...person, groupId: here.pupils.id }, now)
  const registration = await registrationBy(here.db, noor)
  const eraseNoor = () => erase(here.db, filesInFolder(dataDir), here.project, here.kickoff, registration, later)
  return { ...here, dataDir, registration, eraseNoor }
}

const row = async (db: Database, id: string) => (await db.select().from(registrations)).find((one) => one.id === id)

test('who erases their data is known no more, what stays is a number, and the place is offered on at once', async () => {
  const { db, registration, eraseNoor } = await withTwo()
  await eraseNoor()
  const ended = { status: 'cancelled', statusAt: later, sequence: registration.sequence + 1 }
  expect(await row(db, registration.id)).toEqual({ ...registration, ...ended, ...nobody })
  expect(await registrationBy(db, sami)).toMatchObject({ status: 'offered', name: 'Sami' })
  expect(await lettersTo(db, sami)).toEqual(['offer', 'waiting'])
  expect(await db.select().from(letters)).toHaveLength(2)
  const owners = (await db.select().from(manageLinks)).map(({ registrationId }) => registrationId)
  expect(owners).not.toContain(registration.id)
})

test('that somebody was erased is written down, and who it was is not', async () => {
  const { db, dataDir, registration, eraseNoor } = await withTwo()
  await eraseNoor()
  const last = (await db.select().from(history)).at(-1)
  expect(last).toMatchObject({ deed: 'registration.erased', organiserId: null, facts: {} })
  expect(await db.select().from(erasures)).toEqual([{ registrationId: registration.id, at: later }])
  expect(await notedErasures(dataDir)).toEqual([{ id: registration.id, at: later }])
})

test('after the meeting, who erases their data still counts as somebody who came', async () => {
  const { db, dataDir, project, kickoff, registration } = await withTwo()
  await erase(db, filesInFolder(dataDir), project, kickoff, registration, kickoff.endsAt.add({ hours: 24 }))
  expect(await row(db, registration.id)).toEqual({ ...registration, ...nobody })
  expect(await registrationBy(db, sami)).toMatchObject({ status: 'waiting' })
})

test('whoever was erased can register again, as somebody new', async () => {
  const { db, project, kickoff, registration, eraseNoor } = await withTwo()
  await eraseNoor()
  await register(db, project, kickoff, { ...noor, groupId: null }, later)
  const anew = await registrationBy(db, noor)
  expect(anew.id).not.toBe(registration.id)
  expect(anew).toMatchObject({ name: 'Noor', status: 'waiting', arrival: 3 })
  expect(await lettersTo(db, noor)).toEqual(['waiting'])
})

test('whoever had left, or never got a place, is erased too, and nobody else moves', async () => {
  const { db, dataDir, project, kickoff } = await withTwo()
  await erase(db, filesInFolder(dataDir), project, kickoff, await registrationBy(db, sami), later)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'confirmed' })
  const names = (await db.select().from(registrations)).map(({ name }) => name)
  expect(names.sort()).toEqual(['Noor', null])
})

test('erasing twice equals erasing once', async () => {
  const { db, dataDir, eraseNoor } = await withTwo()
  await eraseNoor()
  const before = await db.select().from(registrations)
  await eraseNoor()
  expect(await db.select().from(registrations)).toEqual(before)
  expect(await db.select().from(erasures)).toHaveLength(1)
  expect((await db.select().from(history)).filter(({ deed }) => deed === 'registration.erased')).toHaveLength(1)
  await eraseAgain(db, filesInFolder(dataDir), later)
  expect(await db.select().from(registrations)).toEqual(before)
})

test('whose erasure was noted before the server died is erased at the next start', async () => {
  const { db, dataDir, registration, eraseNoor } = await withTwo()
  const { transact } = db
  db.transact = () => Promise.reject(new Error('the server died'))
  await expect(eraseNoor()).rejects.toThrow('the server died')
  db.transact = transact
  expect(await row(db, registration.id)).toEqual(registration)
  await eraseAgain(db, filesInFolder(dataDir), later)
  expect(await row(db, registration.id)).toMatchObject({ ...nobody, status: 'cancelled' })
  expect(await registrationBy(db, sami)).toMatchObject({ status: 'offered' })
})

test('a new data folder is told of everybody the database knows to be erased', async () => {
  const { db, registration, eraseNoor } = await withTwo()
  await eraseNoor()
  const fresh = freshFolder()
  await eraseAgain(db, filesInFolder(fresh), later)
  expect(await notedErasures(fresh)).toEqual([{ id: registration.id, at: later }])
  const untouched = freshFolder()
  await eraseAgain((await world()).db, filesInFolder(untouched), later)
  expect(existsSync(`${untouched}/erased.log`)).toBe(false)
})

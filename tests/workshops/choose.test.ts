import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { copyMeeting } from '../../server/meetings/copy-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { deskSlots } from '../../server/workshops/desk.ts'
import { liga, noor, sami } from '../cast.ts'
import { asItIs } from '../meetings/input.ts'
import { now } from '../world.ts'
import { fair, standing, workshopLetters } from './fair.ts'

const inTheMiddle = Temporal.Instant.from('2026-12-12T15:20:00Z')

test('whoever chooses first has the place, and whoever comes after waits in line', async () => {
  const { db, bats, come, chooses } = await fair({ bats: 1 })
  await come(noor, sami, liga)
  for (const person of [noor, sami, liga]) expect(await chooses(person, bats)).toBeNull()
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'waiting', Līga: 'waiting' })
  expect(await workshopLetters(db)).toEqual([])
})

test('choosing twice is choosing once', async () => {
  const { db, bats, come, chooses } = await fair({ bats: 2 })
  await come(noor)
  await Promise.all([chooses(noor, bats), chooses(noor, bats)])
  expect(await chooses(noor, bats)).toBeNull()
  expect(await standing(db, bats)).toEqual({ Noor: 'in' })
})

test('the place that somebody gives back goes to the first in line at once, with one letter', async () => {
  const { db, bats, come, chooses, leaves } = await fair({ bats: 1 })
  await come(noor, sami, liga)
  for (const person of [noor, sami, liga]) await chooses(person, bats)
  await leaves(noor, bats)
  await leaves(noor, bats)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'in', Līga: 'waiting' })
  expect(await workshopLetters(db)).toEqual(['Sami: workshop-in Sikspārņi'])
})

test('two at the same time cannot be chosen, also when both are sent at once, and one after the other can', async () => {
  const { db, bats, logo, radio, come, chooses } = await fair({ bats: 3, logo: 3, radio: 3 })
  await come(noor, sami)
  const answers = await Promise.all([chooses(noor, bats), chooses(noor, logo)])
  expect(answers.map((answer) => answer?.is ?? 'chosen').sort()).toEqual(['chosen', 'overlap'])
  await chooses(sami, bats)
  expect(await chooses(sami, logo)).toMatchObject({ is: 'overlap', with: { slotId: bats.id } })
  expect(await chooses(sami, radio)).toBeNull()
  expect(await standing(db, radio)).toEqual({ Sami: 'in' })
})

test('waiting for one keeps from choosing another at that time too', async () => {
  const { bats, logo, come, chooses } = await fair({ bats: 1, logo: 1 })
  await come(noor, sami)
  await chooses(noor, bats)
  await chooses(sami, bats)
  expect(await chooses(sami, logo)).toMatchObject({ is: 'overlap', with: { slotId: bats.id } })
})

test('one that has begun cannot be chosen, and nobody moves into it any more', async () => {
  const { db, bats, come, chooses, leaves } = await fair({ bats: 1 })
  await come(noor, sami, liga)
  await chooses(noor, bats)
  await chooses(sami, bats)
  expect(await chooses(liga, bats, inTheMiddle)).toEqual({ is: 'started' })
  await leaves(noor, bats, inTheMiddle)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'waiting' })
  expect(await workshopLetters(db)).toEqual([])
})

test('only who has a sure place at the meeting can choose', async () => {
  const { db, bats, come, chooses } = await fair({ bats: 1 }, { capacity: 1 })
  await come(noor, sami)
  expect(await chooses(sami, bats)).toEqual({ is: 'no-place' })
  expect(await standing(db, bats)).toEqual({})
})

test('a slot that one need not sign up for cannot be chosen, nor one of another meeting', async () => {
  const { bats, come, chooses } = await fair({ bats: 0 })
  await come(noor)
  await expect(chooses(noor, bats)).rejects.toThrow('refusal.not-found')
})

test('a party goes together or waits, and whoever fits passes it by', async () => {
  const { db, bats, come, chooses, leaves } = await fair({ bats: 3 })
  await come(noor, sami, liga)
  await seats(db, sami, 3)
  await chooses(noor, bats)
  await chooses(sami, bats)
  await chooses(liga, bats)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'waiting', Līga: 'in' })
  await leaves(noor, bats)
  expect(await standing(db, bats)).toMatchObject({ Sami: 'waiting' })
  await leaves(liga, bats)
  expect(await standing(db, bats)).toMatchObject({ Sami: 'in' })
})

test('a party that is larger than a workshop does not wait for it', async () => {
  const { db, bats, come, chooses, places } = await fair({ bats: 2 })
  await come(noor)
  await seats(db, noor, 3)
  expect(await chooses(noor, bats)).toEqual({ is: 'too-big' })
  expect(await standing(db, bats)).toEqual({})
  await places(bats, 3)
  expect(await chooses(noor, bats)).toBe(null)
  expect(await standing(db, bats)).toEqual({ Noor: 'in' })
})

test('with more places the first in line move in; with fewer nobody is thrown out', async () => {
  const { db, bats, come, chooses, leaves, places } = await fair({ bats: 1 })
  await come(noor, sami, liga)
  for (const person of [noor, sami, liga]) await chooses(person, bats)
  await places(bats, 2)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'in', Līga: 'waiting' })
  await places(bats, 1)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'in', Līga: 'waiting' })
  await leaves(noor, bats)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'in', Līga: 'waiting' })
  expect(await workshopLetters(db)).toEqual(['Sami: workshop-in Sikspārņi'])
})

test('while the meeting is postponed nobody moves; once it is on again, who waits for a free place does', async () => {
  const { db, project, kickoff, owner, bats, come, chooses, leaves } = await fair({ bats: 1 })
  await come(noor, sami)
  for (const person of [noor, sami]) await chooses(person, bats)
  const postponed = await postponeMeeting(db, project, kickoff, owner, now)
  expect(await chooses(sami, bats)).toBeNull()
  await leaves(noor, bats)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'waiting' })
  expect(await chooses(noor, bats)).toEqual({ is: 'closed' })
  const [startsAt, endsAt] = [kickoff.startsAt.add({ hours: 24 }), kickoff.endsAt.add({ hours: 24 })]
  await editMeeting(db, project, kickoff, { ...asItIs(postponed), days: [{ startsAt, endsAt }] }, owner, now)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'in' })
  expect(await workshopLetters(db)).toEqual(['Sami: workshop-in Sikspārņi'])
})

test('a copy of the meeting has as many places, and nobody in them', async () => {
  const { db, project, kickoff, owner, bats, come, chooses } = await fair({ bats: 7, logo: 0, radio: 0 })
  await come(noor)
  await chooses(noor, bats)
  const copy = await copyMeeting(db, project, kickoff, { slug: 'again', startsAt: kickoff.startsAt }, owner, now)
  const desk = await deskSlots(db, copy)
  expect(desk.map(({ title, places, inside }) => [title.lv, places, inside])).toEqual([
    ['Sikspārņi', 7, 0],
    ['Logo', null, 0],
    ['Radio', null, 0],
  ])
})

async function seats(db: Database, person: typeof noor, number: number) {
  await db.transact(
    (tx) => tx.update(registrations).set({ seats: number }).where(eq(registrations.emailKey, person.email)),
    { touches: 'everything' },
  )
}

import { expect, test } from 'vitest'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { lapsePlaces } from '../../server/registrations/places/offer.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { asItIs } from '../meetings/input.ts'
import { form, now, testApp, world } from '../world.ts'
import { lettersTo, lettersWent, places, registrationBy } from './places.ts'

const groupId = null

/** A meeting with one place has begun: Noor has it, Sami waits. `app` shows what people see. */
async function begun() {
  const here = await world({ capacity: 1 })
  for (const person of [noor, sami]) await register(here.db, here.project, here.kickoff, { ...person, groupId }, now)
  await lettersWent(here.db, now)
  const app = await testApp(here.db)
  const at = here.kickoff.startsAt.add({ minutes: 5 })
  app.clock.now = at
  const see = async (path: string) => (await app.inject({ url: `/gen-y-city/kickoff${path}?lang=en` })).body
  return { ...here, app, at, see }
}

test('who walks in while a place is free gets it, though others wait', async () => {
  const { db, project, kickoff, at, see } = await begun()
  await cancel(db, project, kickoff, await registrationBy(db, noor), at)
  expect(await see('')).toContain('href="/gen-y-city/kickoff/register"')
  expect(await see('/register')).not.toContain('All places are taken')
  const { newcomersGet } = await register(db, project, kickoff, { ...liga, groupId }, at)
  expect(newcomersGet).toBe('place')
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'waiting', Līga: 'confirmed' })
})

test('so does who waited, and comes by: registering again takes the free place', async () => {
  const { db, project, kickoff, at } = await begun()
  await cancel(db, project, kickoff, await registrationBy(db, noor), at)
  await register(db, project, kickoff, { ...sami, groupId }, at)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed' })
  expect(await lettersTo(db, sami)).toEqual(['confirmation', 'waiting'])
})

test('when all places are taken the door says so: nobody is put in a line that does not move', async () => {
  const { db, app, pupils, kickoff, see } = await begun()
  const full = 'The meeting has begun, and all places are taken.'
  expect(await see('')).toContain(full)
  const page = await see('/register')
  expect(page).toContain(full)
  expect(page).not.toContain('<form class="card stack"')
  const answers = [liga, mark, noor].map(async ({ name, email }) => {
    const url = '/gen-y-city/kickoff/register?lang=en'
    const answer = await app.inject({ method: 'POST', url, ...form({ name, email, group: pupils.id }) })
    return [answer.statusCode, answer.body.includes(full)]
  })
  expect(await Promise.all(answers)).toEqual([
    [409, true],
    [409, true],
    [409, true],
  ])
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
})

test('a child who comes later keeps their place until a guardian answers, whatever is changed about the meeting', async () => {
  const { db, project, kickoff, owner } = await world({ asksAge: true })
  const at = kickoff.startsAt.add({ minutes: 5 })
  const child = { ...noor, groupId, ageBand: 'child', birthYear: 2015, guardianEmail: 'guardian@example.org' } as const
  await register(db, project, kickoff, child, at)
  await editMeeting(db, project, kickoff, { ...asItIs(kickoff), accessNotes: { lv: 'No pagalma' } }, owner, at)
  await lapsePlaces(db, at.add({ minutes: 1 }))
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'held', heldUntil: kickoff.endsAt })
  await lapsePlaces(db, kickoff.endsAt)
  expect(await places(db, kickoff)).toEqual({ Noor: 'lapsed' })
})

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, meetings, reservedPlaces } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { pausePromotion } from '../../server/registrations/places/pause.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami, type Young } from '../cast.ts'
import { config } from '../mail/config.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { places, registrationBy } from './places.ts'

const desk = '/organise/gen-y-city/kickoff/registrations'

/** A meeting with its people in order of arrival, as they and the organisers see it. */
async function line(meeting: Parameters<typeof world>[0], ...people: (Young & { seats?: number })[]) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  for (const person of people) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const app = await testApp(db)
  const read = async (url: string, headers = {}) => (await app.inject({ url: `${url}?lang=en`, headers })).body
  const mine = async (person: Young) => {
    const registration = await registrationBy(db, person)
    const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
    return await read(`/mine/${token}`)
  }
  const headers = await signedInAs(db, here.organiser)
  const organisers = () => read(desk, headers)
  const send = async (path: string, who = headers) =>
    (await app.inject({ method: 'POST', url: desk + path, headers: who })).statusCode
  const leave = async (person: Young) => cancel(db, project, kickoff, await registrationBy(db, person), now)
  return { ...here, app, mine, organisers, send, leave, read }
}

const friends = { ...sami, kind: 'friends', seats: 2 } as const

test('whoever waits reads where in line they are, why, and how the line moves', async () => {
  const { mine } = await line({ capacity: 1 }, noor, sami)
  const page = await mine(sami)
  expect(page).toContain('You are number 1 in line')
  expect(page).toContain('All places are taken just now.')
  expect(page).toContain('Those who come with others wait until there is room for all of them.')
})

test('a party reads that fewer places are free than it needs, and that a smaller one may go first', async () => {
  const { mine, leave, organisers } = await line({ capacity: 2 }, noor, liga, friends)
  await leave(noor)
  const page = await mine(sami)
  expect(page).toContain('1 place is free, and you need 2.')
  expect(page).toContain('somebody who needs fewer may go before you')
  expect(await organisers()).toContain('1 place is free, and those waiting come together and need 2 or more.')
})

test('whoever waits while places are kept for others reads that, and so do the organisers', async () => {
  const { db, mine, kickoff, teachers, project, pupils, organisers } = await line({ capacity: 2 })
  await db.transact(
    (tx) => tx.insert(reservedPlaces).values({ meetingId: kickoff.id, groupId: teachers.id, places: 1 }),
    { touches: 'nothing' },
  )
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const page = await mine(sami)
  expect(page).toContain('The places that are free are kept for other groups.')
  expect(page).toContain('Some places are kept for particular groups and go only to them.')
  expect(await organisers()).toContain('Nobody is moving up: the 1 free place is kept for other groups.')
})

test('the letter explains the line too, and carries nothing for a calendar', async () => {
  const { db } = await line({ capacity: 1 }, noor, sami)
  const [letter = expect.unreachable()] = await db.select().from(letters).where(eq(letters.kind, 'waiting'))
  const written = await registrationWriters.waiting(db, { ...letter, locale: 'en' }, { config, now })
  expect(written?.text).toContain('we offer them to the first in line for whom they are enough')
  expect(written?.calendar).toBeUndefined()
})

test('organisers pause the line and let it move again; those who wait read why nobody moves', async () => {
  const { db, kickoff, mine, organisers, send, leave } = await line({ capacity: 1 }, noor, sami)
  expect(await organisers()).toContain('Pause the waiting list')
  expect(await send('/pause')).toBe(303)
  await leave(noor)
  expect(await organisers()).toContain('The waiting list is paused')
  expect(await mine(sami)).toContain('The organisers have paused the waiting list for now.')
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'waiting' })
  expect(await send('/resume')).toBe(303)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'offered' })
})

test('an outsider neither pauses the line nor answers a request', async () => {
  const { db, kickoff, outsider, send } = await line({ capacity: 1, approval: true }, noor)
  const foreign = await signedInAs(db, outsider)
  const { id } = await registrationBy(db, noor)
  for (const path of ['/pause', '/resume', `/${id}/approve`, `/${id}/refuse`])
    expect(await send(path, foreign)).toBe(404)
  expect(await places(db, kickoff)).toEqual({ Noor: 'requested' })
})

test('organisers answer one request from its page, with a yes or a no', async () => {
  const { db, kickoff, send, mine } = await line({ approval: true }, noor, sami)
  expect(await mine(noor)).toContain('The organisers look at your request')
  expect(await send(`/${(await registrationBy(db, noor)).id}/approve`)).toBe(303)
  expect(await send(`/${(await registrationBy(db, sami)).id}/refuse`)).toBe(303)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'refused' })
})

test('where organisers decide, every page before says so and none promises a place', async () => {
  const { read } = await line({ capacity: 1, approval: true }, noor)
  const decided = 'The organisers look at every request themselves'
  for (const page of ['', '/register']) expect(await read(`/gen-y-city/kickoff${page}`)).toContain(decided)
  expect(await read('/gen-y-city/kickoff/register')).toContain('Send my request')
})

test('requests left over when approval is switched off stay in sight', async () => {
  const { db, kickoff, organisers } = await line({ approval: true }, noor)
  await db.transact((tx) => tx.update(meetings).set({ approval: false }).where(eq(meetings.id, kickoff.id)), {
    touches: 'everything',
  })
  const page = await organisers()
  expect(page).toContain(`${desk}?status=requested">1 person asks for a place and waits for an answer.`)
  expect(page).toContain('Approval is switched off now')
})

test('a line can be stopped before anybody has left', async () => {
  const { db, kickoff, project, owner, organisers, leave } = await line({ capacity: 1 }, noor)
  await pausePromotion(db, project, kickoff, owner, now)
  await leave(noor)
  expect(await organisers()).toContain('Let the waiting list move again')
})

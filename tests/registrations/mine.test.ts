import { expect, test } from 'vitest'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { form, now, testApp, world } from '../world.ts'
import { places, registrationBy } from './places.ts'

async function holding(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const linkOf = async (person: { email: string }) => {
    const registration = await registrationBy(db, person)
    const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
    return `/mine/${token}`
  }
  return { ...here, linkOf, app: await testApp(db) }
}

test('opening the link changes nothing, however often scanners do', async () => {
  const { db, app, kickoff, linkOf } = await holding({ capacity: 1 })
  const link = await linkOf(noor)
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    expect((await app.inject({ method, url: link })).statusCode).toBe(200)
  }
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
})

test('cancelling frees the place for the first in line, who takes it', async () => {
  const { db, app, kickoff, linkOf } = await holding({ capacity: 1 })
  const [noors, samis] = [await linkOf(noor), await linkOf(sami)]
  expect((await app.inject({ url: `${samis}?lang=en` })).body).toContain('You are number 1 in line')
  await app.inject({ method: 'POST', url: `${noors}/cancel` })
  expect((await app.inject({ url: `${samis}?lang=en` })).body).toContain('A place is free for you')
  await app.inject({ method: 'POST', url: `${samis}/accept` })
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed' })
})

test('a person changes their own name, group and language', async () => {
  const { db, app, teachers, linkOf } = await holding()
  const url = `${await linkOf(noor)}/change`
  const answer = await app.inject({
    method: 'POST',
    url,
    ...form({ name: 'Noor B.', group: teachers.id, language: 'uk' }),
  })
  expect(answer.statusCode).toBe(303)
  expect(await registrationBy(db, noor)).toMatchObject({ name: 'Noor B.', groupId: teachers.id, locale: 'uk' })
})

test('once the meeting has begun, nobody is told that the line still moves', async () => {
  const { app, kickoff, linkOf } = await holding({ capacity: 1 })
  const link = `${await linkOf(sami)}?lang=en`
  app.clock.now = kickoff.startsAt
  const { body } = await app.inject({ url: link })
  expect([body.includes('The meeting has begun'), body.includes('in line')]).toEqual([true, false])
})

test('a wrong link and one that has run out are not there', async () => {
  const { app, linkOf } = await holding()
  const link = await linkOf(noor)
  expect((await app.inject({ url: `${link}x` })).statusCode).toBe(404)
  app.clock.now = now.add({ hours: 24 * 365 })
  expect((await app.inject({ url: link })).statusCode).toBe(404)
})

test('the page is kept by nobody and found by no search engine', async () => {
  const { app, linkOf } = await holding()
  const { headers, body } = await app.inject({ url: await linkOf(noor) })
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
  expect(body).toContain('<meta name="robots" content="noindex">')
})

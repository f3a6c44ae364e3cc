import { expect, test } from 'vitest'
import { participantsOf } from '../../server/parties/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { dump } from '../dump.ts'
import { places } from '../registrations/places.ts'
import { form, now, testApp, world } from '../world.ts'
import { bringClass, manageToken, partyNow, takeParties } from './cast.ts'

async function classPage() {
  const here = await world({ takesClasses: true, capacity: 10 })
  const { db, project, kickoff, pupils } = here
  const bring = (className: string, email: string) =>
    bringClass(db, project, kickoff, { className, email, names: ['Anna', 'Jānis'], pupils: 3, groupId: pupils.id })
  const [registration, other] = [await bring('8.a', 'vita@example.org'), await bring('9.b', 'other@example.org')]
  const url = `/mine/${await manageToken(db, registration, kickoff)}/people`
  const app = await testApp(db)
  const post = (path: string, fields: Record<string, string>) =>
    app.inject({ method: 'POST', url: `${url}/${path}`, ...form(fields) })
  return { ...here, registration, other, url, app, post }
}

test('the page names who comes, how many have no name, and how many more could', async () => {
  const { app, url } = await classPage()
  const { body, headers } = await app.inject({ url: `${url}?lang=en` })
  expect(body).toContain('3 young people and 1 adult')
  expect(body).toContain('1 of them has no name here yet.')
  expect(body).toContain('There is room for 2 more people.')
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
})

test('names, further people, other numbers: each form does its deed and leads back', async () => {
  const { db, post, url, registration } = await classPage()
  const [anna] = await participantsOf(db, registration)
  const answers = [
    await post('name', { names: '3.\tLīga' }),
    await post('add', { newNames: 'Ēriks', more: '', from: '4' }),
    await post('adults', { adults: '2' }),
    await post(`${anna?.id}/rename`, { name: 'Anna Bērziņa', was: 'Anna' }),
    await post(`${anna?.id}/remove`, {}),
  ]
  expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual(Array(5).fill([303, url]))
  expect(await partyNow(db, registration)).toMatchObject({ seats: 5, adults: 2, names: ['Jānis', 'Līga', 'Ēriks'] })
})

test('what cannot be is said beside the field, with what was typed', async () => {
  const { db, post, registration } = await classPage()
  const [anna] = await participantsOf(db, registration)
  const before = await dump(db)
  const wrong: [string, Record<string, string>, string][] = [
    ['name', { names: '' }, 'field-names-problem'],
    ['name', { names: 'Līga\nĒriks' }, 'field-names-problem'],
    ['add', { newNames: '', more: '', from: '4' }, 'field-newNames-problem'],
    ['add', { newNames: 'Līga', more: '9', from: '4' }, 'field-more-problem'],
    ['fewer', { fewer: '2', from: '4' }, 'field-fewer-problem'],
    ['adults', { adults: '20' }, 'field-adults-problem'],
    [`${anna?.id}/rename`, { name: ' ', was: 'Anna' }, 'field-name-problem'],
    [`${anna?.id}/rename`, { name: 'Anna K.', was: 'Anita' }, 'field-name-problem'],
  ]
  for (const [path, fields, problem] of wrong) {
    const { statusCode, body } = await post(path, fields)
    expect([path, fields, statusCode, body.includes(problem)]).toEqual([path, fields, 422, true])
  }
  expect(await dump(db)).toEqual(before)
})

test('a list that is not plain comes back as it was understood', async () => {
  const { db, post } = await classPage()
  const before = await dump(db)
  const { statusCode, body } = await post('name', { names: '8.a\nKalniņa, Līga' })
  expect([statusCode, body.includes('Līga Kalniņa</textarea>')]).toEqual([200, true])
  expect(await dump(db)).toEqual(before)
})

test('nobody of another class can be renamed or taken off through one’s own link', async () => {
  const { db, post, other } = await classPage()
  const [theirs] = await participantsOf(db, other)
  const before = await dump(db)
  expect((await post(`${theirs?.id}/rename`, { name: 'X', was: 'Anna' })).statusCode).toBe(404)
  await post(`${theirs?.id}/remove`, {})
  expect(await dump(db)).toEqual(before)
})

test('a wrong link opens nothing, and whoever may bring nobody has no such page', async () => {
  const { db, project, kickoff, app, url } = await classPage()
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const alone = `/mine/${await manageToken(db, registration, kickoff)}/people`
  for (const path of [`${url.replace('/people', 'x/people')}`, alone])
    expect((await app.inject({ url: path })).statusCode).toBe(404)
  await takeParties(db, kickoff)
  expect((await app.inject({ url: alone })).statusCode).toBe(200)
})

test('friends are brought with the sign-up form, empty fields being nobody', async () => {
  const { db, project, kickoff, pupils } = await world()
  await takeParties(db, kickoff)
  const app = await testApp(db)
  const fields = { name: 'Noor', email: noor.email, group: pupils.id, 'friends.0': '', 'friends.1': ' Sami ' }
  const url = '/gen-y-city/kickoff/register'
  expect((await app.inject({ method: 'POST', url, ...form(fields) })).statusCode).toBe(303)
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: null }, now)
  expect(registration.kind).toBe('friends')
  expect(await partyNow(db, registration)).toMatchObject({ seats: 2, names: ['Sami'] })
  const many = { ...fields, email: 'n@example.org', 'friends.0': 'A', 'friends.2': 'B' }
  expect((await app.inject({ method: 'POST', url, ...form(many) })).statusCode).toBe(422)
})

test('friends who could never all come are told so, and do not wait for nothing', async () => {
  const { db, pupils, kickoff } = await world({ capacity: 2, friendsMost: 3 })
  const app = await testApp(db)
  const fields = { name: 'Noor', email: noor.email, group: pupils.id, 'friends.0': 'Sami', 'friends.1': 'Līga' }
  const send = (sent: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/gen-y-city/kickoff/register?lang=en', ...form(sent) })
  const answer = await send(fields)
  expect([answer.statusCode, answer.body.includes('at most 2 places for you and your friends')]).toEqual([422, true])
  expect(await places(db, kickoff)).toEqual({})
  expect((await send({ ...fields, 'friends.1': '' })).statusCode).toBe(303)
})

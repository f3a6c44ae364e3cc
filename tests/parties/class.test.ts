import { expect, test } from 'vitest'
import { letters, registrations } from '../../db/schema.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { register } from '../../server/registrations/register.ts'
import { dump } from '../dump.ts'
import { config } from '../mail/config.ts'
import { lettersTo } from '../registrations/places.ts'
import { form, now, testApp, world } from '../world.ts'
import { bringClass, partyNow, teacher } from './cast.ts'

const names = Array.from({ length: 24 }, (_, i) => `Bērns ${String.fromCharCode(65 + i)}.`)

async function school(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world({ takesClasses: true, ...meeting })
  const app = await testApp(here.db)
  const fields = {
    name: teacher.name,
    email: teacher.email,
    className: '8.a',
    group: here.pupils.id,
    adults: '2',
    pupils: '24',
    names: '',
    language: 'lv',
  }
  const url = '/gen-y-city/kickoff/register/class'
  const send = (said: Partial<typeof fields & { read: string }> = {}) =>
    app.inject({ method: 'POST', url, ...form({ ...fields, ...said }) })
  return { ...here, app, url, send }
}

test('a class by number: one registration takes the places of all, and one letter says so', async () => {
  const { db, send } = await school()
  const answer = await send()
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/gen-y-city/kickoff/register/class/sent'])
  const [row] = await db.select().from(registrations)
  expect(row).toMatchObject({ kind: 'class', className: '8.a', classKey: '8a', seats: 26, adults: 2, ageBand: 'adult' })
  expect(row).toMatchObject({ status: 'confirmed', birthYear: null })
  expect(await lettersTo(db, teacher)).toEqual(['confirmation'])
})

test('a class by a pasted list: whoever is named is kept by name, in order', async () => {
  const { db, send } = await school()
  await send({ pupils: '', names: names.map((name, i) => `${i + 1}.\t${name}`).join('\n') })
  const [row] = await db.select().from(registrations)
  expect(await partyNow(db, row ?? expect.unreachable())).toEqual({ status: 'confirmed', seats: 26, adults: 2, names })
})

test('what is unclear in a list comes back as it was understood, and is taken when it is sent again', async () => {
  const { db, send, app, url } = await school()
  const before = await dump(db)
  const first = await send({ pupils: '', names: 'Bērziņa, Anna\nJānis Kalns\nJānis Kalns' })
  expect(first.statusCode).toBe(200)
  expect(first.body).toContain('Anna Bērziņa\nJānis Kalns</textarea>')
  expect(first.body).toContain('name="read" value="yes"')
  expect(await dump(db)).toEqual(before)
  await send({ pupils: '', names: 'Anna Bērziņa\nJānis Kalns\nJānis Kalns', read: 'yes' })
  const [row] = await db.select().from(registrations)
  expect((await partyNow(db, row ?? expect.unreachable())).names).toEqual([
    'Anna Bērziņa',
    'Jānis Kalns',
    'Jānis Kalns',
  ])
  expect((await app.inject({ url })).statusCode).toBe(200)
})

test.each([
  ['nobody at all', { pupils: '' }, 'pupils'],
  ['more names than pupils', { pupils: '1', names: 'Anna\nJānis' }, 'names'],
  ['more than the meeting holds', { pupils: '29' }, 'pupils'],
  [
    'more names than the meeting holds',
    { pupils: '', names: [...names, 'Otra', 'Trešā', 'Cita', 'Vēl', 'Pēdējā'].join('\n') },
    'names',
  ],
  ['no adult', { adults: '0' }, 'adults'],
  ['letters for a number', { pupils: 'many' }, 'pupils'],
  ['an address for a name', { className: 'win.example.com' }, 'className'],
  ['a telephone for a name', { className: 'Zvani 26 123 456' }, 'className'],
  ['signs for a name', { className: '!!!' }, 'className'],
  ['a group that is none', { group: 'nobody' }, 'group'],
  ['half an address', { email: 'vita@example' }, 'email'],
])('%s is said beside the field, and nothing is written', async (_, said, field) => {
  const { db, send } = await school()
  const before = await dump(db)
  const answer = await send(said)
  expect([answer.statusCode, answer.body.includes(`id="field-${field}-problem"`)]).toEqual([422, true])
  expect(await dump(db)).toEqual(before)
})

test('the same class twice, however it is spelt, stays one; the same teacher brings another', async () => {
  const { db, send } = await school({ capacity: 100 })
  const answers = [
    await send(),
    await send({ className: '8 A', pupils: '3' }),
    await send({ className: '8.b', pupils: '3' }),
  ]
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
  const rows = await db.select().from(registrations)
  expect(rows.map(({ className, seats }) => [className, seats])).toEqual([
    ['8.a', 26],
    ['8.b', 5],
  ])
  expect(await lettersTo(db, teacher)).toEqual(['confirmation', 'confirmation'])
})

test('a stranger learns nothing: a known class is answered exactly like a new one', async () => {
  const { send } = await school({ capacity: 60 })
  await send()
  const [known, stranger] = [await send(), await send({ email: 'other@example.org' })]
  const told = ({ statusCode, headers, body }: typeof known) => [statusCode, headers.location, body]
  expect(told(known)).toEqual(told(stranger))
})

test('when there is no room for all, the whole class waits, and its page says why', async () => {
  const { db, app, send, kickoff, project, pupils } = await school()
  await bringClass(db, project, kickoff, {
    className: '9.c',
    pupils: 9,
    groupId: pupils.id,
    email: 'other@example.org',
  })
  const answer = await send()
  expect(answer.headers.location).toContain('got=waiting-list')
  expect(await standing(db, kickoff)).toMatchObject({ taken: 10, waiting: 26, parties: 1 })
  const { body } = await app.inject({ url: `${answer.headers.location}&lang=en` })
  expect(body).toContain('together or not at all')
})

test('many classes at once: each is in as a whole or not at all, and never too many', async () => {
  const { db, project, kickoff, pupils } = await world({ takesClasses: true, capacity: 60 })
  const bring = (i: number) => {
    const coming = { className: `${i}.a`, pupils: 5 + (i % 7) * 3, names: [`Skolēns ${i}`], groupId: pupils.id }
    return i % 4 === 0
      ? register(
          db,
          project,
          kickoff,
          { name: `${i}`, email: `p${i}@example.org`, groupId: pupils.id, locale: 'lv' },
          now,
        )
      : bringClass(db, project, kickoff, { ...coming, email: `t${i}@example.org` })
  }
  await Promise.all(Array.from({ length: 40 }, (_, i) => bring(i)))
  const rows = await db.select().from(registrations)
  const taken = rows.filter(({ status }) => status === 'confirmed').reduce((sum, { seats }) => sum + seats, 0)
  expect(rows).toHaveLength(40)
  expect(taken).toBeLessThanOrEqual(60)
  expect(rows.every(({ status }) => status === 'confirmed' || status === 'waiting')).toBe(true)
})

test('a meeting that takes no classes has no page for them', async () => {
  const { app, url, send } = await school({ takesClasses: false })
  expect((await app.inject({ url })).statusCode).toBe(404)
  expect((await app.inject({ url: `${url}/sent` })).statusCode).toBe(404)
  expect((await send()).statusCode).toBe(404)
  expect((await app.inject({ url: '/gen-y-city/kickoff' })).body).not.toContain('register/class')
})

test('where registration is closed, nobody fills the form in for nothing', async () => {
  const { app, url, send } = await school({ closesAt: now })
  expect((await app.inject({ url: `${url}?lang=en` })).body).toContain('Registration has closed')
  expect((await send()).statusCode).toBe(409)
})

test('the class’s letter names the class and how many it is, and no pupil', async () => {
  const { db, send } = await school()
  await send({ names: names.join('\n'), language: 'en' })
  const [letter] = await db.select().from(letters)
  const written = await registrationWriters.confirmation(db, letter ?? expect.unreachable(), { config, now })
  expect(written?.subject).toBe('You’re in: Kick-off (8.a)')
  expect(written?.text).toContain('You have 26 places')
  expect(written?.text).toContain('Class: 8.a\nPlaces: 24 young people and 2 adults')
  expect(written?.text).not.toContain('Bērns')
})

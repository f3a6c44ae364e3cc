import { expect, test } from 'vitest'
import { reservedPlaces } from '../../db/schema.ts'
import { noor, sami } from '../cast.ts'
import { form, now, testApp, world } from '../world.ts'
import { places, registrationBy } from './places.ts'

const door = '/gen-y-city/kickoff/register'

async function openDoor(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world(meeting)
  const app = await testApp(here.db)
  const signUp = (fields: Record<string, string>) => app.inject({ method: 'POST', url: door, ...form(fields) })
  return { ...here, app, signUp, three: { name: noor.name, email: noor.email, group: here.pupils.id } }
}

test('three fields and you are in', async () => {
  const { db, app, signUp, three, kickoff } = await openDoor()
  const page = await app.inject({ url: `${door}?lang=en` })
  expect(page.statusCode).toBe(200)
  expect(page.body.match(/<(input|select|textarea)[^>]* required/g)).toHaveLength(3)
  const answer = await signUp(three)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/gen-y-city/kickoff/registered'])
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed' })
})

test('the answer is the same to the letter whether or not the address was known', async () => {
  const { signUp, three } = await openDoor({ capacity: 1 })
  await signUp(three)
  const known = await signUp(three)
  const stranger = await signUp({ ...three, email: sami.email })
  const seen = ({ statusCode, headers, body }: typeof known) => ({ statusCode, location: headers.location, body })
  expect(seen(known)).toEqual(seen(stranger))
})

test('signs that turn a line round are not kept: no name writes over the others in a list', async () => {
  const { db, signUp, three } = await openDoor()
  const turned = { ...three, name: '\u202eNoor\u2066 Liepa\u202c', email: `\u202a${three.email}\u202c` }
  expect((await signUp(turned)).statusCode).toBe(303)
  expect(await registrationBy(db, three)).toMatchObject({ name: 'Noor Liepa', email: three.email })
})

test.each([
  [{ name: '' }, 'name'],
  [{ email: '' }, 'email'],
  [{ email: 'liga@piemers' }, 'email'],
  [{ email: 'two@example.org, three@example.org' }, 'email'],
  [{ email: 'dots@example..org' }, 'email'],
  [{ email: '.dot@example.org' }, 'email'],
  [{ email: 'hyphen@-example.org' }, 'email'],
  [{ email: 'header@example.org?subject=x' }, 'email'],
  [{ email: 'path@example.org/x' }, 'email'],
  [{ email: 'un\u200bseen@example.org' }, 'email'],
  [{ name: '\u200b' }, 'name'],
  [{ email: 'a@example.org\r\nBcc: b@example.org' }, 'email'],
  [{ group: 'nobody' }, 'group'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ name: 'No\u0000or' }, 'name'],
])('what cannot be read comes back filled in, the problem at its field: %o', async (nonsense, field) => {
  const { db, signUp, three, kickoff } = await openDoor()
  const answer = await signUp({ ...three, ...nonsense })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`id="field-${field}-problem"`)
  expect(answer.body).toContain(`href="#field-${field}"`)
  if (field !== 'name') expect(answer.body).toContain('value="Noor"')
  expect(await places(db, kickoff)).toEqual({})
})

test.each(['liga+kopa@example.org', "o'neil@example.org", 'līga@piemērs.lv', 'a@mail.a-b.example.com'])(
  'a real address is taken: %s',
  async (email) => {
    const { signUp, three } = await openDoor()
    expect((await signUp({ ...three, email })).statusCode).toBe(303)
  },
)

test('a name of markup is text on every page', async () => {
  const { signUp, three } = await openDoor()
  const answer = await signUp({ ...three, name: '"><script>alert(1)</script>', email: 'no' })
  expect(answer.body).toContain('&quot;&gt;&lt;script&gt;')
  expect(answer.body).not.toContain('<script>alert')
})

test('a form sent from another site is refused', async () => {
  const { db, app, three, kickoff } = await openDoor()
  const foreign = form(three)
  const headers = { ...foreign.headers, 'sec-fetch-site': 'cross-site' }
  const answer = await app.inject({ method: 'POST', url: door, ...foreign, headers })
  expect(answer.statusCode).toBe(403)
  expect(await places(db, kickoff)).toEqual({})
})

test('before registration opens the page says so and has no form', async () => {
  const { app, signUp, three } = await openDoor({ opensAt: now.add({ hours: 2 }) })
  const page = await app.inject({ url: `${door}?lang=en` })
  expect(page.body).toContain('Registration has not opened yet')
  expect(page.body).not.toContain('name="email"')
  expect((await signUp(three)).statusCode).toBe(409)
  app.clock.now = now.add({ hours: 2 })
  expect((await signUp(three)).statusCode).toBe(303)
})

test('a full meeting says before the form how many wait', async () => {
  const { app, signUp, three } = await openDoor({ capacity: 1 })
  await signUp(three)
  const page = await app.inject({ url: `${door}?lang=en` })
  expect(page.body).toContain('All places are taken. You would be the first in line')
  const answer = await signUp({ ...three, email: sami.email })
  expect(answer.headers.location).toBe('/gen-y-city/kickoff/registered?list=waiting')
})

test('whose group has no place left reads so before they choose it, though others have some', async () => {
  const { db, app, signUp, three, kickoff, pupils, teachers } = await openDoor({ capacity: 2 })
  const kept = { meetingId: kickoff.id, groupId: teachers.id, places: 1 }
  await db.transact((tx) => tx.insert(reservedPlaces).values(kept), { touches: 'everything' })
  const option = async (id: string) =>
    new RegExp(`value="${id}"[^>]*>([^<]*)<`).exec((await app.inject({ url: `${door}?lang=en` })).body)?.[1]
  expect(await option(pupils.id)).toBe('Pupil')
  await signUp(three)
  expect(await option(pupils.id)).toBe('Pupil (no places now: waiting list)')
  expect(await option(teachers.id)).toBe('Teacher')
  expect((await signUp({ ...three, email: sami.email })).headers.location).toMatch(/list=waiting$/)
})

test('ten megabytes are refused with a sentence', async () => {
  const { app } = await openDoor()
  const answer = await app.inject({ method: 'POST', url: `${door}?lang=en`, ...form({ name: 'x'.repeat(10 << 20) }) })
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('That is too much at once')
})

import { expect, test } from 'vitest'
import { standing } from '../../server/registrations/places/standing.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { lettersTo, places, registrationBy } from './places.ts'

const desk = '/organise/gen-y-city/kickoff/registrations'

async function deskOf(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  for (const person of [noor, sami, liga, mark]) {
    await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  }
  const app = await testApp(db)
  const headers = await signedInAs(db, here.organiser)
  const look = async (query: string) => (await app.inject({ url: `${desk}?lang=en&${query}`, headers })).body
  const send = (path: string, fields: Record<string, string> = {}, who = headers) => {
    const body = form(fields)
    return app.inject({ method: 'POST', url: desk + path, payload: body.payload, headers: { ...body.headers, ...who } })
  }
  return { ...here, app, headers, look, send }
}

test('the list finds people by any part of name or address, without minding accents and capitals', async () => {
  const { look } = await deskOf()
  expect(await look('search=LIGA')).toContain('Līga')
  expect(await look('search=марк')).toContain('Марк')
  expect(await look('search=sami%40')).not.toContain('Noor')
  expect(await look('search=nobody-at-all')).toContain('Nobody here matches')
})

test('the list filters by status and group', async () => {
  const { look, teachers } = await deskOf({ capacity: 2 })
  const waiting = await look('status=waiting')
  expect([waiting.includes('Noor'), waiting.includes('Līga')]).toEqual([false, true])
  expect(await look(`group=${teachers.id}`)).toContain('Nobody here matches')
})

test('htmx gets the table alone', async () => {
  const { app, headers } = await deskOf()
  const asked = { ...headers, 'hx-request': 'true', 'hx-target': 'div#registrations' }
  const { body } = await app.inject({ url: desk, headers: asked })
  expect(body.startsWith('<form id="registrations"')).toBe(true)
})

test('an organiser cancels for somebody, and the next in line is offered the place', async () => {
  const { db, kickoff, send } = await deskOf({ capacity: 3 })
  const answer = await send(`/${(await registrationBy(db, noor)).id}/cancel`)
  expect(answer.statusCode).toBe(303)
  expect(await places(db, kickoff)).toEqual({
    Noor: 'cancelled',
    Sami: 'confirmed',
    Līga: 'confirmed',
    Марк: 'offered',
  })
})

test('somebody without an address is added by hand', async () => {
  const { db, kickoff, pupils, send } = await deskOf()
  await send('', { name: 'Bez adreses', email: '', group: pupils.id })
  expect(await places(db, kickoff)).toMatchObject({ 'Bez adreses': 'confirmed' })
})

test('whoever is registered already is not added again, which is said at the address, and hears nothing', async () => {
  const { db, pupils, send } = await deskOf()
  const once = crypto.randomUUID()
  const before = await lettersTo(db, noor)
  const answer = await send('?lang=en', { name: 'Noor', email: 'NOOR@example.org', group: pupils.id, once })
  expect([answer.statusCode, answer.body.includes('id="field-email-problem"')]).toEqual([422, true])
  expect(await lettersTo(db, noor)).toEqual(before)
  const fields = { name: 'Nora', email: 'nora@example.org', group: pupils.id, once }
  for (const _ of [1, 2]) expect((await send('', fields)).statusCode).toBe(303)
})

test('a form sent twice adds somebody without an address once', async () => {
  const { app, headers, pupils, send, db, kickoff } = await deskOf()
  const once = /name="once" value="([^"]+)"/.exec((await app.inject({ url: desk, headers })).body)?.[1] ?? ''
  const fields = { name: 'Bez adreses', email: '', group: pupils.id, once }
  const answers = await Promise.all([send('', fields), send('', fields)])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(Object.keys(await places(db, kickoff))).toHaveLength(5)
  expect((await standing(db, kickoff)).taken).toBe(5)
})

test('the file cannot make a spreadsheet calculate', async () => {
  const { app, headers, pupils, send } = await deskOf()
  await send('', { name: '=HYPERLINK("https://example.com")', email: '', group: pupils.id })
  const { body } = await app.inject({ url: `${desk}.csv?lang=en`, headers })
  expect(body.split('\r\n')[0]).toBe('\ufeffNo.,Name,E-mail,Group,Status,Signed up')
  expect(body).toContain(`"'=HYPERLINK(""https://example.com"")"`)
  expect(body).toContain('1,Noor,noor@example.org,Pupil,Has a place,2026-11-23T12:00')
})

test('an outsider finds nothing and changes nothing', async () => {
  const { db, app, outsider, kickoff, send } = await deskOf()
  const foreign = await signedInAs(db, outsider)
  const { id } = await registrationBy(db, noor)
  expect((await app.inject({ url: desk, headers: foreign })).statusCode).toBe(404)
  expect((await app.inject({ url: `${desk}.csv`, headers: foreign })).statusCode).toBe(404)
  expect((await send(`/${id}/cancel`, {}, foreign)).statusCode).toBe(404)
  expect(await places(db, kickoff)).toMatchObject({ Noor: 'confirmed' })
})

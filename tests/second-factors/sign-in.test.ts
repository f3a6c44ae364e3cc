import { expect, test } from 'vitest'
import { halfSessions, sessions, wrongCodes } from '../../db/schema.ts'
import { forgetSessions } from '../../server/organisers/forget.ts'
import { hashOf } from '../../server/secrets.ts'
import { accessTable } from '../access-table.ts'
import { dump } from '../dump.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { ask, type Browser, tokenFor, visit } from '../organisers/visits.ts'
import { form, testApp } from '../world.ts'
import { addApp, codeOf, guarded, second, show, toldOf, withLink, wrongCode } from './cast.ts'

test('whoever has an app signs in by the letter and its code, and only then has a session', async () => {
  const { db, app, owner, secret } = await guarded()
  const before = await db.select().from(sessions)
  const browser: Browser = new Map()
  await ask(app, browser, owner.email)
  const link = await visit(app, browser, { method: 'POST', url: `/sign-in/${await tokenFor(db, owner.email)}` })
  expect([link.headers.location, browser.has('session')]).toEqual(['/sign-in/second', false])
  expect(await db.select().from(sessions)).toEqual(before)
  expect((await db.select().from(halfSessions)).map(({ idHash }) => idHash)).toEqual([
    hashOf(browser.get('half-session') ?? ''),
  ])
  expect((await visit(app, browser, { url: '/sign-in/second' })).body).toContain('autocomplete="one-time-code"')

  const code = codeOf(app, secret)
  const entered = await show(app, browser, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect([entered.statusCode, entered.headers.location]).toEqual([303, '/organise'])
  expect([...browser.keys()]).toEqual(['session'])
  expect((await visit(app, browser, { url: '/organise' })).body).toContain('Ilze Ozola')
  expect(await db.select().from(halfSessions)).toEqual([])
})

test('somebody without a second factor is in by the link alone, as ever', async () => {
  const { app, db, organiser } = await guarded()
  const { browser, location } = await withLink(app, db, organiser)
  expect([location, [...browser.keys()]]).toEqual(['/organise', ['session']])
})

test('a code is taken once, also in another browser, and no older one after it', async () => {
  const { app, db, owner, secret } = await guarded()
  const [one, other] = [await withLink(app, db, owner), await withLink(app, db, owner)]
  const [older, code] = [codeOf(app, secret, -30), codeOf(app, secret)]
  expect((await show(app, one.browser, { code })).headers.location).toBe('/organise')
  for (const again of [code, older]) expect((await show(app, other.browser, { code: again })).statusCode).toBe(422)
  expect(other.browser.has('session')).toBe(false)
})

test('the code before the present one is still taken, one older or to come is not', async () => {
  const { app, db, owner, secret } = await guarded()
  app.clock.now = app.clock.now.add({ minutes: 5 })
  const { browser } = await withLink(app, db, owner)
  for (const seconds of [-60, 30])
    expect((await show(app, browser, { code: codeOf(app, secret, seconds) })).statusCode).toBe(422)
  expect((await show(app, browser, { code: codeOf(app, secret, -30) })).headers.location).toBe('/organise')
})

test('the fifth wrong code ends the half session, and the way in begins with a new letter', async () => {
  const { app, db, owner, secret } = await guarded()
  const { browser } = await withLink(app, db, owner)
  const answers = []
  for (let tries = 0; tries < 5; tries++) answers.push(await show(app, browser, { code: wrongCode(app, secret) }))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 403])
  expect(answers[3]?.body).toContain('Vēl 1 mēģinājums')
  expect(answers[4]?.body).toContain('action="/sign-in"')
  expect([await db.select().from(halfSessions), browser.has('half-session')]).toEqual([[], false])
  expect((await show(app, browser, { code: codeOf(app, secret) })).statusCode).toBe(404)
})

test('after ten wrong codes within an hour even the right one has to wait, and it is said how long', async () => {
  const { app, db, owner, secret, codes } = await guarded()
  for (let letters = 0; letters < 2; letters++) {
    const { browser } = await withLink(app, db, owner)
    for (let tries = 0; tries < 5; tries++) await show(app, browser, { code: wrongCode(app, secret) })
    app.clock.now = app.clock.now.add({ minutes: 10 })
  }
  const { browser } = await withLink(app, db, owner)
  for (const [field, typed] of Object.entries({ code: codeOf(app, secret), recovery: codes[0] ?? '' })) {
    const refused = await show(app, browser, { [field]: typed })
    expect([refused.statusCode, refused.body.includes('pēc 40 minūtēm')]).toEqual([429, true])
  }
  app.clock.now = app.clock.now.add({ minutes: 40 })
  const later = await withLink(app, db, owner)
  expect((await show(app, later.browser, { code: codeOf(app, secret) })).headers.location).toBe('/organise')
  await forgetSessions(db, app.clock.now.add({ hours: 1 }))
  expect(await db.select().from(wrongCodes)).toEqual([])
})

test('many wrong codes at the same moment are no more tries than one after the other', async () => {
  const { app, db, owner, secret } = await guarded()
  const { browser } = await withLink(app, db, owner)
  const code = wrongCode(app, secret)
  const answers = await Promise.all(Array.from({ length: 12 }, () => show(app, new Map(browser), { code })))
  const statuses = answers.map(({ statusCode }) => statusCode).sort()
  expect([statuses.filter((status) => status === 422).length, (await db.select().from(wrongCodes)).length]).toEqual([
    4, 5,
  ])
})

test('one right code at the same moment in two browsers lets one of them in', async () => {
  const { app, db, owner, secret } = await guarded()
  const both = [await withLink(app, db, owner), await withLink(app, db, owner)]
  const code = codeOf(app, secret)
  const answers = await Promise.all(both.map(({ browser }) => show(app, browser, { code })))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
})

test('a recovery code lets in once, however it is typed, and its owner is told', async () => {
  const { app, db, owner, codes } = await guarded()
  const [first = ''] = codes
  const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0').replaceAll('i', '1')
  const { browser } = await withLink(app, db, owner)
  expect((await show(app, browser, { recovery: typed })).headers.location).toBe('/organise')
  expect(await toldOf(db, owner)).toEqual(['app-added', 'code-used'])
  expect((await visit(app, browser, { url: second })).body).toContain('Palikuši 9 kodi')

  const other = await withLink(app, db, owner)
  const again = await show(app, other.browser, { recovery: first })
  expect([again.statusCode, other.browser.has('session')]).toEqual([422, false])
  expect(again.body).toMatch(/<details class="fold" open>/)
})

test('nobody’s recovery code is anybody else’s', async () => {
  const { app, db, organiser, codes } = await guarded()
  const { browser } = await withLink(app, db, organiser)
  await addApp(app, browser)
  const half = await withLink(app, db, organiser)
  expect(half.location).toBe('/sign-in/second')
  expect((await show(app, half.browser, { recovery: codes[0] ?? '' })).statusCode).toBe(422)
})

test('a half session lasts ten minutes', async () => {
  const { app, db, owner, secret } = await guarded()
  const { browser } = await withLink(app, db, owner)
  app.clock.now = app.clock.now.add({ minutes: 10 })
  expect((await visit(app, browser, { url: '/sign-in/second' })).headers.location).toBe('/sign-in')
  expect((await show(app, browser, { code: codeOf(app, secret) })).statusCode).toBe(404)
  await forgetSessions(db, app.clock.now)
  expect(await db.select().from(halfSessions)).toEqual([])
})

test('half a session opens the page that asks for the other half, and nothing else', async () => {
  const { app, db, owner } = await guarded()
  const { browser } = await withLink(app, db, owner)
  const half = browser.get('half-session') ?? ''
  const closed = Object.entries(accessTable).filter(
    ([route, access]) => !['anyone', 'link', 'half-signed-in'].includes(access) && route !== 'GET /metrics',
  )
  expect(closed.length).toBeGreaterThan(200)
  const before = await dump(db)
  for (const [route] of closed)
    for (const cookie of [`half-session=${half}`, `half-session=${half}; session=${half}`]) {
      const url = addressOf(route, { project: 'gen-y-city', meeting: 'kickoff' })
      const method = route.startsWith('GET ') ? 'GET' : 'POST'
      const { statusCode, headers } = await app.inject({ method, url, headers: { ...form({}).headers, cookie } })
      const led = method === 'GET' ? [303, '/sign-in'] : [404, undefined]
      expect([route, statusCode, headers.location]).toEqual([route, ...led])
    }
  expect(await dump(db)).toEqual(before)
})

test('nor does a whole session, or nothing, open what is for half ones', async () => {
  const { app, db, browser } = await guarded()
  const before = await dump(db)
  const session = browser.get('session') ?? ''
  for (const cookies of [[], [['session', session]], [['half-session', session]]] as [string, string][][])
    for (const [route] of Object.entries(accessTable).filter(([, access]) => access === 'half-signed-in')) {
      const [method, url = ''] = route.split(' ')
      const { statusCode } = await visit(app, new Map(cookies), { method: method === 'GET' ? 'GET' : 'POST', url })
      expect([route, statusCode]).toEqual([route, method === 'GET' ? 303 : 404])
    }
  expect(await dump(db)).toEqual(before)
})

test('on https the half session’s cookie is for this host alone', async () => {
  const { db, owner } = await guarded()
  const app = await testApp(db, { PUBLIC_URL: 'https://kopa.example.org' })
  const { browser } = await withLink(app, db, owner)
  expect([...browser.keys()]).toEqual(['__Host-half-session'])
  const planted = new Map([['half-session', browser.get('__Host-half-session') ?? '']])
  expect((await visit(app, planted, { url: '/sign-in/second' })).headers.location).toBe('/sign-in')
})

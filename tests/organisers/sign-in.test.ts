import { expect, test } from 'vitest'
import { sessions } from '../../db/schema.ts'
import { hashOf } from '../../server/secrets.ts'
import { form, testApp, world } from '../world.ts'
import { ask, type Browser, lettersOf, linksOf, tokenFor, visit } from './visits.ts'

test('an organiser asks, opens the letter’s link, presses the button and is in', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const browser: Browser = new Map()

  const asked = await ask(app, browser, 'Ilze@Example.org')
  expect([asked.statusCode, asked.headers.location]).toEqual([303, '/sign-in/asked'])
  const token = await tokenFor(db, owner.email)
  expect((await lettersOf(db)).map(({ kind, projectId, locale }) => ({ kind, projectId, locale }))).toEqual([
    { kind: 'sign-in', projectId: null, locale: 'lv' },
  ])
  expect((await linksOf(db)).map(({ tokenHash }) => tokenHash)).toEqual([hashOf(token)])

  const shown = await visit(app, browser, { url: `/sign-in/${token}` })
  expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect(shown.body).toContain('noindex')
  expect(await db.select().from(sessions)).toEqual([])

  const entered = await visit(app, browser, { method: 'POST', url: `/sign-in/${token}` })
  expect([entered.statusCode, entered.headers.location]).toEqual([303, '/organise'])
  expect([...browser.keys()]).toEqual(['session'])
  const home = await visit(app, browser, { url: '/organise' })
  expect([home.statusCode, home.body.includes('Ilze Ozola')]).toEqual([200, true])
})

test('only the hash of a session’s id is kept', async () => {
  const { db, browser } = await enteredWorld()
  const rows = await db.select().from(sessions)
  expect(rows.map(({ idHash }) => idHash)).toEqual([hashOf(browser.get('session') ?? '')])
})

test('an unknown address gets the same answer, and leaves nothing', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const known = await ask(app, new Map(), 'ilze@example.org')
  const traces = [await lettersOf(db), await linksOf(db)]
  const unknown = await ask(app, new Map(), 'nobody@example.com')

  expect(withoutCookieValue(unknown)).toEqual(withoutCookieValue(known))
  expect([await lettersOf(db), await linksOf(db)]).toEqual(traces)
})

test('a link is used once', async () => {
  const { app, token } = await enteredWorld()
  const other: Browser = new Map()
  await ask(app, other, 'andris@example.org')
  const again = await visit(app, other, { method: 'POST', url: `/sign-in/${token}` })
  expect([again.statusCode, other.has('session')]).toEqual([404, false])
})

test('used, expired and unknown links get the same answer', async () => {
  const { db, app, browser, token } = await enteredWorld()
  await ask(app, browser, 'andris@example.org')
  const late = await tokenFor(db, 'andris@example.org')
  app.clock.now = app.clock.now.add({ minutes: 10 })

  for (const method of ['GET', 'POST'] as const) {
    const answers = []
    for (const one of [token, late, 'never-made'])
      answers.push(await visit(app, browser, { method, url: `/sign-in/${one}` }))
    const [used, expired, unknown] = answers.map(({ statusCode, body }) => ({
      statusCode,
      body: body.replaceAll(/sign-in\/[\w-]+/g, ''),
    }))
    expect(used?.statusCode).toBe(404)
    expect(expired).toEqual(used)
    expect(unknown).toEqual(used)
  }
})

test('another browser is told how to go on, and does not use the link up', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const browser: Browser = new Map()
  await ask(app, browser, owner.email)
  const token = await tokenFor(db, owner.email)

  for (const stranger of [new Map(), new Map([['asking', '']]), new Map([['asking', 'guess']])]) {
    const refused = await visit(app, stranger, { method: 'POST', url: `/sign-in/${token}` })
    expect([refused.statusCode, stranger.has('session')]).toEqual([403, false])
    expect(refused.body).toContain('action="/sign-in"')
  }
  const entered = await visit(app, browser, { method: 'POST', url: `/sign-in/${token}` })
  expect(entered.headers.location).toBe('/organise')
})

test('asking twice keeps both letters good in that browser', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const browser: Browser = new Map()
  await ask(app, browser, owner.email)
  const first = await tokenFor(db, owner.email)
  app.clock.now = app.clock.now.add({ minutes: 1 })
  await ask(app, browser, owner.email)
  const entered = await visit(app, browser, { method: 'POST', url: `/sign-in/${first}` })
  expect(entered.headers.location).toBe('/organise')
})

test('an address gets at most thirty links an hour, and nobody is told', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const answers = []
  for (let times = 0; times < 32; times++) answers.push(withoutCookieValue(await ask(app, new Map(), owner.email)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await lettersOf(db)).length).toBe(30)

  app.clock.now = app.clock.now.add({ hours: 1 })
  await ask(app, new Map(), owner.email)
  expect((await lettersOf(db)).length).toBe(31)
})

test('one place that asks again and again is told to wait, whichever address of its IPv6 network it uses', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const from = (end: number) =>
    app.inject({ method: 'POST', url: '/sign-in', remoteAddress: `2001:db8:0:1::${end.toString(16)}`, ...form({}) })
  const answers = []
  for (let end = 1; end <= 61; end++) answers.push((await from(end)).statusCode)
  expect([answers.at(59), answers.at(60)]).toEqual([422, 429])
  const elsewhere = await app.inject({ method: 'POST', url: '/sign-in', remoteAddress: '2001:db8:0:2::1', ...form({}) })
  expect(elsewhere.statusCode).toBe(422)
})

test('signing in always gives a new session, and ends the one before', async () => {
  const { db, app, browser } = await enteredWorld()
  const former = browser.get('session') ?? ''
  const planted: Browser = new Map([['session', 'planted-by-somebody']])
  for (const one of [browser, planted]) {
    await ask(app, one, 'andris@example.org')
    app.clock.now = app.clock.now.add({ seconds: 1 })
    await visit(app, one, { method: 'POST', url: `/sign-in/${await tokenFor(db, 'andris@example.org')}` })
  }
  expect(browser.get('session')).not.toBe(former)
  expect(planted.get('session')).not.toBe('planted-by-somebody')
  expect((await visit(app, new Map([['session', former]]), { url: '/organise' })).statusCode).toBe(303)
})

test('signing out ends the session on the server', async () => {
  const { db, app, browser } = await enteredWorld()
  const session = browser.get('session') ?? ''
  const left = await visit(app, browser, { method: 'POST', url: '/sign-out' })
  expect([left.headers.location, browser.has('session')]).toEqual(['/sign-in', false])
  expect(await db.select().from(sessions)).toEqual([])
  expect((await visit(app, new Map([['session', session]]), { url: '/organise' })).statusCode).toBe(303)
})

test('a form from another site signs nobody in or out', async () => {
  const { db, app, browser } = await enteredWorld()
  const headers = { 'sec-fetch-site': 'cross-site' }
  const refused = await visit(app, browser, { method: 'POST', url: '/sign-out', headers })
  expect([refused.statusCode, (await db.select().from(sessions)).length]).toEqual([403, 1])
})

test('an address that is none comes back with the form', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const answer = await ask(app, new Map(), 'ilze@')
  expect([answer.statusCode, answer.body.includes('value="ilze@"'), answer.cookies]).toEqual([422, true, []])
})

async function enteredWorld() {
  const { db, owner } = await world()
  const app = await testApp(db)
  const browser: Browser = new Map()
  await ask(app, browser, owner.email)
  const token = await tokenFor(db, owner.email)
  await visit(app, browser, { method: 'POST', url: `/sign-in/${token}` })
  return { db, owner, app, browser, token }
}

function withoutCookieValue({ statusCode, headers, body }: Awaited<ReturnType<typeof ask>>) {
  const cookie = String(headers['set-cookie']).replace(/^(\w+=)[\w-]{43};/, '$1…;')
  return { statusCode, body, headers: { ...headers, 'set-cookie': cookie, date: '' } }
}

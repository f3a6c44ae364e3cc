import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { Refusal } from '../../server/refusal.ts'
import { cleanUpWith } from '../database.ts'
import { type Browser, tokenFor, visit } from '../organisers/visits.ts'
import { addApp, show, withLink, wrongCode } from '../second-factors/cast.ts'
import { form, now, signedInAs, world } from '../world.ts'

/** What the server writes down while it is asked. */
async function logged() {
  const here = await world()
  const config = readConfig({ PUBLIC_URL: 'http://localhost:3000', LOG_LEVEL: 'info' })
  const lines = new PassThrough()
  const app = await buildApp({ db: here.db, now: () => now, config }, lines)
  cleanUpWith(async () => await app.close())
  const said = () => {
    let text = ''
    for (let read = lines.read(); read !== null; read = lines.read()) text += String(read)
    return {
      text,
      events: text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    }
  }
  return { ...here, app: Object.assign(app, { clock: { now }, config }), said }
}

test('an attempt on what is another’s is written down: who, what and when, by ids and patterns', async () => {
  const { db, app, outsider, said } = await logged()
  const headers = await signedInAs(db, outsider)
  await app.inject({ url: '/organise/gen-y-city/kickoff/registrations?search=noor@example.org', headers })
  const { events } = said()
  const route = '/organise/:project/:meeting/registrations'
  expect(events).toMatchObject([
    { level: 40, time: expect.any(Number), status: 404, method: 'GET', route, organiser: outsider.id },
  ])
})

test('forms from elsewhere are written down too, and never with what was in them', async () => {
  const { app, said } = await logged()
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const { headers, payload } = form({ email: 'noor@example.org' })
  await app.inject({ method: 'POST', url: '/sign-in?x=secret', headers: { ...headers, ...foreign }, payload })
  const { text, events } = said()
  expect(events).toMatchObject([{ refusal: 'refusal.foreign', status: 403, route: '/sign-in' }])
  expect(text).not.toMatch(/noor|secret|127\.0\.0\.1/)
})

test('whoever is put off is written down, without a stack', async () => {
  const { app, said } = await logged()
  app.get('/busy', { config: { access: 'anyone' } }, () => {
    throw new Refusal('refusal.unavailable', {}, 503)
  })
  const { statusCode, headers } = await app.inject({ url: '/busy' })
  expect([statusCode, headers['retry-after']]).toEqual([503, '30'])
  const { text, events } = said()
  expect(events).toMatchObject([{ level: 40, refusal: 'refusal.unavailable', status: 503, route: '/busy' }])
  expect(text).not.toContain('stack')
})

test('a page that is not there, and a line break in its address, are not', async () => {
  const { app, said } = await logged()
  await app.inject({ url: '/nowhere%0a%7b%22level%22:60%7d' })
  expect(said().events).toEqual([])
})

test('sign-ins are written down, those that worked and those that did not: which organiser, and nothing else', async () => {
  const { db, app, owner, organiser, said } = await logged()
  const [browser, other]: [Browser, Browser] = [new Map(), new Map()]
  const came = { 'user-agent': 'Firefox/145', 'x-forwarded-for': '203.0.113.7' }
  await visit(app, browser, { url: '/sign-in', fields: { email: owner.email } })
  const token = await tokenFor(db, owner.email)
  const press = async (who: Browser) =>
    await visit(app, who, { method: 'POST', url: `/sign-in/${token}`, headers: came })
  await press(other)
  await press(browser)
  await press(browser)
  await signedInAs(db, organiser)
  await visit(app, browser, { method: 'POST', url: `/organise/gen-y-city/people/${organiser.id}/sign-out` })
  await visit(app, browser, { method: 'POST', url: '/organise/me/sessions/end-others' })
  await visit(app, browser, { method: 'POST', url: '/sign-out' })

  const { text, events } = said()
  expect(events.map(({ pid: _, hostname: __, time: ___, reqId: ____, ...event }) => event)).toEqual([
    { level: 40, organiser: owner.id, msg: 'link elsewhere' },
    { level: 30, organiser: owner.id, msg: 'signed in' },
    { level: 40, organiser: null, msg: 'link over' },
    { level: 30, organiser: organiser.id, by: owner.id, sessions: 1, msg: 'sessions ended' },
    { level: 30, organiser: owner.id, by: owner.id, sessions: 0, msg: 'sessions ended' },
    { level: 30, organiser: owner.id, msg: 'signed out' },
  ])
  for (const secret of [token, ...browser.values(), owner.email, owner.name, organiser.name, 'Firefox', '203.0.113'])
    expect([secret, text.includes(secret)]).toEqual([secret, false])
})

test('a second factor that is not the right one is written down too, and not what was typed', async () => {
  const { db, app, owner, said } = await logged()
  const { browser: adding } = await withLink(app, db, owner)
  const { secret } = await addApp(app, adding)
  const { browser } = await withLink(app, db, owner)
  const code = wrongCode(app, secret)
  for (let tries = 0; tries < 5; tries++) await show(app, browser, { code })
  const { text, events } = said()
  expect(events.map(({ level, organiser, msg }) => ({ level, organiser, msg }))).toEqual([
    { level: 30, organiser: owner.id, msg: 'signed in' },
    ...Array.from({ length: 4 }, () => ({ level: 40, organiser: owner.id, msg: 'factor wrong' })),
    { level: 40, organiser: owner.id, msg: 'factor over' },
  ])
  expect(text).not.toContain(code)
})

import { setImmediate } from 'node:timers/promises'
import type { InjectOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { eq } from '../db/drizzle.ts'
import { days } from '../db/schema.ts'
import { firstRunLink } from '../server/organisers/first-run.ts'
import { accessTable } from './access-table.ts'
import { freshDatabase } from './database.ts'
import { dump } from './dump.ts'
import { fullWorld } from './full-world.ts'
import { addressOf, wronglyAsked } from './nonsense/addresses.ts'
import { type Body, brokenBodies, nonsensical, withMarkup, withStrangers } from './nonsense/bodies.ts'
import { sensibleForms } from './nonsense/forms.ts'
import { now, type TestApp, testApp } from './world.ts'

type World = Awaited<ReturnType<typeof served>>

/** Pictures come as multipart, and have tests of their own. */
const upload = 'POST /organise/:project/settings/logos'
const posts = Object.keys(accessTable).filter((route) => route.startsWith('POST ') && route !== upload)
const gets = Object.keys(accessTable).filter((route) => route.startsWith('GET '))
const forms = Object.keys(sensibleForms({}))

/** The whole application over a full project, with its owner signed in. */
async function served() {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  app.clock.now = Temporal.Now.instant()
  const [day] = await here.db.select().from(days).where(eq(days.meetingId, here.kickoff.id))
  const ids = { ...here.ids, group: here.pupils.id, day: day?.id ?? '' }
  return { ...here, app, ids, forms: sensibleForms(ids) }
}

let shared: World
beforeAll(async () => {
  shared = await served()
})

test('every address that takes something in is asked', () => {
  expect(forms.filter((route) => !posts.includes(route))).toEqual([])
})

test.each(posts)('%s takes nothing broken', async (route) => {
  await expectRefused(route, brokenBodies())
})

test.each(forms)('%s refuses nonsense with a sentence, and keeps nothing of it', async (route) => {
  await expectRefused(route, nonsensical(route, shared.forms[route] ?? {}))
})

test.each(['//', '//?lang=uk', '/?lang=uk#', '/?', '///gen-y-city?lang=en'])(
  '%s, which is no address of ours, leads to a page',
  async (url) => {
    const { statusCode, headers } = await shared.app.inject({ url })
    expect([statusCode < 500, headers['content-type']]).toEqual([true, 'text/html; charset=utf-8'])
  },
)

test('markup is text like any other: kept, and shown as it was typed', async () => {
  const here = await served()
  for (const [route, fields] of Object.entries(here.forms)) {
    const { statusCode } = await send(here, route, withMarkup(fields))
    expect([route, statusCode]).toEqual([route, 303])
  }
  let shown = 0
  for (const url of [...here.publicPages, ...here.organiserPages]) {
    const { statusCode, body } = await here.app.inject({ url, headers: here.headers })
    expect([url, statusCode, body.includes('<script>alert')]).toEqual([url, 200, false])
    if (body.includes('&lt;script&gt;alert')) shown += 1
  }
  expect(shown).toBeGreaterThan(10)
})

test('fields that are not a form’s own are none', async () => {
  const here = await served()
  for (const [route, fields] of Object.entries(here.forms)) {
    const { statusCode } = await send(here, route, withStrangers(fields))
    expect([route, statusCode]).toEqual([route, 303])
  }
})

test('nonsense makes nobody the first organiser', async () => {
  const db = await freshDatabase()
  const app = await testApp(db)
  const token = `${await firstRunLink(db, now)}`
  const before = await dump(db)
  for (const body of nonsensical('first run', { name: 'Ilze Ozola', email: 'ilze@example.org' })) {
    const { statusCode } = await send({ app, ids: { token }, headers: {} }, 'POST /sign-in/:token', body)
    expect([body.what, statusCode]).toEqual([body.what, 422])
  }
  expect(await dump(db)).toEqual(before)
})

test.each(gets)('%s stands whatever is wrong in its address, query and headers, and changes nothing', async (route) => {
  const { history: _, ...before } = await dump(shared.db)
  const down: unknown[] = []
  for (const { url, headers } of wronglyAsked(route, shared.ids)) {
    const { statusCode, body } = await ask(shared.app, { url, headers: { ...shared.headers, ...headers } })
    const stands = statusCode < 500 && (body !== '' || statusCode !== 200) && (statusCode < 400 || isPage(body))
    if (!stands) down.push([statusCode, url.slice(0, 200), headers, body.slice(0, 100)])
  }
  expect(down).toEqual([])
  // Exports are written down there.
  const { history: __, ...after } = await dump(shared.db)
  expect(after).toEqual(before)
})

async function expectRefused(route: string, bodies: readonly Body[]) {
  const before = await dump(shared.db)
  const taken: [string, number, string][] = []
  for (const body of bodies) {
    const answer = await send(shared, route, body)
    const says = /class="problem"|id="problems"|<h1>That did not work<\/h1>/.test(answer.body)
    const isRefused = answer.statusCode >= 400 && answer.statusCode < 500 && says
    if (!isRefused) taken.push([body.what, answer.statusCode, says ? 'said' : answer.body.slice(0, 80)])
  }
  const after = await dump(shared.db)
  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  expect({ taken, changed }).toEqual({ taken: [], changed: [] })
}

function isPage(body: string): boolean {
  return body.startsWith('<!DOCTYPE html>')
}

let visitors = 0
async function send(
  { app, ids, headers }: { app: TestApp; ids: Record<string, string>; headers: object },
  route: string,
  body: Body,
) {
  visitors += 1
  const type = body.type ? { 'content-type': body.type } : {}
  return await ask(app, {
    method: 'POST',
    url: addressOf(route, ids),
    payload: body.payload,
    headers: { ...headers, 'accept-language': 'en', ...type },
    remoteAddress: `127.1.${visitors >> 8}.${visitors & 255}`,
  })
}

/** From the wire requests come in turns of the event loop; without turns the server would find itself overwhelmed. */
async function ask(app: TestApp, request: InjectOptions) {
  await setImmediate()
  return await app.inject(request)
}

import { beforeAll, expect, test } from 'vitest'
import { eq } from '../db/drizzle.ts'
import { days } from '../db/schema.ts'
import { accessTable } from './access-table.ts'
import { dump } from './dump.ts'
import { fullWorld } from './full-world.ts'
import { addressOf, wronglyAsked } from './nonsense/addresses.ts'
import { type Body, brokenBodies, markup, nonsensical, odd } from './nonsense/bodies.ts'
import { sensibleForms } from './nonsense/forms.ts'
import { type TestApp, testApp } from './world.ts'

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

test('what is only odd is taken as the text it is', async () => {
  const here = await served()
  const answers: [string, number][] = []
  for (const [route, fields] of Object.entries(here.forms)) {
    for (const body of odd(fields)) {
      const { statusCode } = await send(here, route, body)
      answers.push([`${route} with ${body.what}`, statusCode])
    }
  }
  expect(answers.filter(([, status]) => status >= 500)).toEqual([])
  for (const path of [...here.publicPages, ...here.organiserPages]) {
    const { statusCode, body } = await here.app.inject({ url: path, headers: here.headers })
    expect([path, statusCode, body.includes(markup.slice(0, 8))]).toEqual([path, 200, false])
  }
})

test.each(gets)('%s stands whatever is wrong in its address, query and headers, and changes nothing', async (route) => {
  const { history: _, ...before } = await dump(shared.db)
  const down: unknown[] = []
  for (const { url, headers } of wronglyAsked(route, shared.ids)) {
    const { statusCode, body } = await shared.app.inject({ url, headers: { ...shared.headers, ...headers } })
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
  return await app.inject({
    method: 'POST',
    url: addressOf(route, ids),
    payload: body.payload,
    headers: { ...headers, 'accept-language': 'en', ...(body.type ? { 'content-type': body.type } : {}) },
    remoteAddress: `127.1.${visitors >> 8}.${visitors & 255}`,
  })
}

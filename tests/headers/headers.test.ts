import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, expect, test, vi } from 'vitest'
import { accessTable } from '../access-table.ts'
import { fullWorld } from '../full-world.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { type RunningServer, startServer } from '../server.ts'
import { isKept, shortOf } from './demanded.ts'

vi.setConfig({ testTimeout: 120_000 })

let here: Awaited<ReturnType<typeof fullWorld>>
let server: RunningServer
let headers: Record<string, string>

beforeAll(async () => {
  here = await fullWorld({})
  await here.db.close()
  server = await startServer({ DATABASE_URL: here.db.url, PUBLIC_URL: 'https://kopa.example.org', LOG_LEVEL: 'fatal' })
  headers = { cookie: `__Host-${here.headers.cookie}` }
})

const gets = Object.entries(accessTable).filter(([route]) => route.startsWith('GET '))

test('no page says less of itself than it should', async () => {
  const pages = [...here.publicPages, ...here.organiserPages].flatMap((path) => [path, withLanguage(path)])
  const answers = await asked(pages)
  expect(answers.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([])
  expect(answers.flatMap(said)).toEqual([])
})

test('no file, feed, picture or redirect says less', async () => {
  const answers = await asked(gets.map(([route]) => addressOf(route, here.ids)))
  expect(answers.flatMap(said)).toEqual([])
})

test('what is behind a sign-in or a secret is kept nowhere', async () => {
  const behind = gets.filter(([, access]) => access !== 'anyone').map(([route]) => addressOf(route, here.ids))
  const kept = (await asked([...behind, ...here.organiserPages])).filter(isKept)
  expect(kept.map(({ path }) => path).filter((path) => !askedAgain.test(path))).toEqual([])
  expect(new Set(kept.map(({ headers }) => headers.get('cache-control')))).toEqual(new Set(['private, no-cache']))
})

/** Calendars and posters, which name nobody: whoever keeps them asks again each time. */
const askedAgain = /\.ics$|\/(qr|card|story)\.(png|svg)$/

test('nor does what a page is made of', async () => {
  const page = await (await ask('/gen-y-city/kickoff')).text()
  const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(assets.length).toBeGreaterThan(2)
  expect((await asked([...new Set(assets), '/worker.js'])).flatMap(said)).toEqual([])
})

const refused: [number, string, RequestInit][] = [
  [404, '/nowhere/at/all', {}],
  [404, '/assets/nothing.css', {}],
  [404, '/%ff', {}],
  [400, '/gen-y-city/%00', {}],
  [404, '/gen-y-city', { method: 'DELETE' }],
  [404, '/gen-y-city', { method: 'OPTIONS' }],
  [403, '/sign-in', { method: 'POST', body: new URLSearchParams(), headers: { 'sec-fetch-site': 'cross-site' } }],
  [413, '/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'x'.repeat(300_000) }) }],
  [415, '/sign-in', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
  [422, '/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'x' }) }],
  [303, '/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'ilze@example.org' }) }],
  [406, '/gen-y-city/kickoff/live', {}],
]

test.each(refused)('neither does a %i: %s', async (status, path, how) => {
  const answer = await ask(path, how)
  expect([answer.status, said({ ...answer, path, headers: answer.headers, status })]).toEqual([status, []])
})

const head = 'GET / HTTP/1.1\r\nhost: kopa.example.org\r\n'

test.each([
  [400, 'NONSENSE\r\n\r\n'],
  [431, `${head}x: ${'x'.repeat(20_000)}\r\n\r\n`],
  [408, head],
  [404, 'TRACE / HTTP/1.1\r\nhost: kopa.example.org\r\n\r\n'],
  [404, `${head}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`.replace('GET /', 'GET /nowhere')],
])('nor does a %i where no request was understood', async (status, bytes) => {
  const answer = await wire(bytes)
  expect([answer.status, shortOf('/', answer)]).toEqual([status, []])
})

test('nor does what follows a meeting live', async () => {
  const answer = await ask('/gen-y-city/kickoff/live', { headers: { accept: 'text/event-stream' } })
  await answer.body?.cancel()
  expect([answer.status, shortOf('/', answer)]).toEqual([200, []])
})

const withLanguage = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=lv`

async function ask(path: string, how: RequestInit = {}): Promise<Response> {
  return await fetch(server.url + path, { redirect: 'manual', ...how, headers: { ...headers, ...how.headers } })
}

async function asked(paths: string[]) {
  const answers = []
  for (const path of paths.filter((one) => !/\/live$/.test(one))) {
    const { status, headers, body } = await ask(path)
    await body?.cancel()
    answers.push({ path, status, headers })
  }
  return answers
}

function said(answer: { path: string; status: number; headers: Headers }): string[] {
  return shortOf(answer.path, answer).map((what) => `${answer.status} ${answer.path}: ${what}`)
}

/** What fetch would not send. */
async function wire(bytes: string): Promise<{ status: number; headers: Headers }> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(bytes, 'latin1')
  const [answer] = await once(socket, 'data')
  socket.destroy()
  const [first = '', ...lines] = String(answer).split('\r\n\r\n')[0]?.split('\r\n') ?? []
  const headers = new Headers(lines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]))
  return { status: Number(first.split(' ')[1]), headers }
}

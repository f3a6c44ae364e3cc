import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyRequest } from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { raiseBulkhead } from '../../server/bulkhead.ts'
import { readConfig } from '../../server/config.ts'
import type { Refusal } from '../../server/refusal.ts'
import { say } from '../../views/say.ts'
import { signedInAs, testApp, world } from '../world.ts'

test('four pages are made at once, the others, and what the door prints, in the order they came; the door itself passes', async () => {
  const { app, begun, finishOne } = await guarded()
  const pages = [...[0, 1, 2, 3, 4, 5].map((n) => `/organise/${n}`), '/door/6'].map((url) => app.inject(url))
  expect((await app.inject('/door')).statusCode).toBe(200)
  expect(begun).toEqual(['0', '1', '2', '3'])
  for (const next of ['4', '5', '6']) {
    finishOne()
    await vi.waitUntil(() => begun.includes(next))
    expect(begun.at(-1)).toBe(next)
  }
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test('whoever comes when the line is full is put off, and hears so later than who comes after to the door; all else passes', async () => {
  const { app, begun, finishOne } = await guarded()
  const from = (n: number) => ({ cookie: `session=${Math.floor(n / 32)}` })
  const pages = Array.from({ length: 4 + 256 }, (_, n) => app.inject({ url: `/organise/${n}`, headers: from(n) }))
  await vi.waitUntil(() => begun.length === 4)
  const answered: string[] = []
  const noting = (url: string) => app.inject(url).finally(() => answered.push(url))
  const [late] = await Promise.all([noting('/organise/late'), noting('/door')])
  expect([late.statusCode, answered]).toEqual([503, ['/door', '/organise/late']])
  const others = [app.inject({ method: 'POST', url: '/organise' }), app.inject('/page'), app.inject('/door')]
  expect((await Promise.all(others)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  for (let finished = 0; finished < pages.length; finished += 1) {
    await vi.waitUntil(() => begun.length > finished, { interval: 1 })
    finishOne()
  }
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test('one session has 32 in the line at the most, and keeps out no other', async () => {
  const { app, begun, finishOne } = await guarded()
  const own = (n: number) => ({ cookie: `any=${n}; session=own` })
  const pages = Array.from({ length: 4 + 32 }, (_, n) => app.inject({ url: `/organise/${n}`, headers: own(n) }))
  await vi.waitUntil(() => begun.length === 4)
  expect((await app.inject({ url: '/organise/late', headers: own(36) })).statusCode).toBe(503)
  const other = app.inject({ url: '/organise/other', headers: { cookie: 'session=other' } })
  for (let finished = 0; finished < pages.length + 1; finished += 1) {
    await vi.waitUntil(() => begun.length > finished, { interval: 1 })
    finishOne()
  }
  expect((await Promise.all([...pages, other])).map(({ statusCode }) => statusCode)).toEqual(Array(37).fill(200))
})

test('who leaves while their page is made gets no more of them', async () => {
  const { app, begun, finishOne, sockets } = await guarded()
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const gone = ['a', 'b', 'c', 'd'].map((page) => fetch(`${url}/organise/${page}`, leaving).catch(() => 'left'))
  await vi.waitUntil(() => begun.length === 4)
  leaving.abort()
  expect(await Promise.all(gone)).toEqual(['left', 'left', 'left', 'left'])
  await vi.waitUntil(() => [...sockets.values()].every(({ destroyed }) => destroyed))
  const next = fetch(`${url}/organise/next`)
  await vi.waitUntil(() => sockets.has('/organise/next'))
  expect((await fetch(`${url}/door`)).status).toBe(200)
  expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  finishOne()
  await vi.waitUntil(() => begun.includes('next'))
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await next).status).toBe(200)
})

test('who has left is passed over, and who is slow to read keeps nobody waiting', async () => {
  const { app, begun, finishOne, sockets } = await guarded()
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const slow = await Promise.all([1, 2, 3, 4].map(() => fetch(`${url}/organise/endless`)))
  const pages = [0, 1, 2, 3].map((n) => fetch(`${url}/organise/${n}`))
  await vi.waitUntil(() => begun.length === 4)
  const leaving = new AbortController()
  const left = fetch(`${url}/organise/left`, leaving).catch(() => 'left')
  await vi.waitUntil(() => sockets.has('/organise/left'))
  leaving.abort()
  await once(sockets.get('/organise/left') ?? expect.unreachable(), 'close')
  const stays = fetch(`${url}/organise/stays`)
  await vi.waitUntil(() => sockets.has('/organise/stays'))
  for (let finished = 0; finished < 5; finished += 1) {
    await vi.waitUntil(() => begun.length > finished, { interval: 1 })
    finishOne()
  }
  expect((await Promise.all([...pages, stays])).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect([await left, begun]).toEqual(['left', ['0', '1', '2', '3', 'stays']])
  for (const { body } of slow) await body?.cancel()
})

test('no page is made for who leaves before it is known who they are', async () => {
  const { app, begun, sockets } = await guarded()
  const admission = Promise.withResolvers<void>()
  app.addHook('onRequest', async ({ url }) => void (url.endsWith('asked') && (await admission.promise)))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const left = fetch(`${url}/organise/asked`, leaving).catch(() => 'left')
  await vi.waitUntil(() => sockets.has('/organise/asked'))
  leaving.abort()
  await once(sockets.get('/organise/asked') ?? expect.unreachable(), 'close')
  admission.resolve()
  expect((await fetch(`${url}/door`)).status).toBe(200)
  expect([await left, begun]).toEqual(['left', []])
})

test('between two pages the event loop turns 16 times, and takes in a new connection in each', async () => {
  const { app, begun, finishOne } = await guarded()
  const pages = [0, 1, 2, 3, 4].map((n) => app.inject(`/organise/${n}`))
  await vi.waitUntil(() => begun.length === 4)
  finishOne()
  let turns = 0
  for (; begun.length === 4; turns += 1) await setImmediate()
  expect(turns).toBeGreaterThanOrEqual(16)
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test.each(['/sheet', '/badges', '/paper'])(
  'the door’s %s stands in line, the door itself does not',
  async (printed) => {
    const { db, owner } = await world()
    const app = await testApp(db)
    const headers = await signedInAs(db, owner)
    const statuses = async (page: string) => {
      const url = `/organise/gen-y-city/kickoff/door${page}`
      const answers = await Promise.all(Array.from({ length: 100 }, () => app.inject({ url, headers })))
      return [...new Set(answers.map(({ statusCode }) => statusCode))].sort()
    }
    expect([await statuses(printed), await statuses('')]).toEqual([[200, 503], [200]])
  },
)

test('among those who wait, the next is the first of those whose session has the fewest pages in the making', async () => {
  const { app, begun, finishOne } = await guarded()
  const asked = (page: string, session: string) =>
    app.inject({ url: `/organise/${page}`, headers: { cookie: `session=${session}` } })
  const pages = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'].map((page) => asked(page, 'a'))
  await vi.waitUntil(() => begun.length === 4)
  pages.push(asked('b0', 'b'), asked('b1', 'b'), asked('c0', 'c'))
  for (const next of ['b0', 'c0', 'a4', 'a5', 'b1']) {
    finishOne()
    await vi.waitUntil(() => begun.includes(next))
    expect(begun.at(-1)).toBe(next)
  }
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test('who has waited too long is put off, and takes no place afterwards', async () => {
  const { app, begun, finishOne } = await guarded(100)
  const pages = [0, 1, 2, 3].map((n) => app.inject(`/organise/${n}`))
  await vi.waitUntil(() => begun.length === 4)
  expect((await app.inject('/organise/late')).statusCode).toBe(503)
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  await Promise.all(pages)
  const after = [4, 5, 6, 7].map((n) => app.inject(`/organise/${n}`))
  await vi.waitUntil(() => begun.length === 8)
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await Promise.all(after)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  expect(begun).not.toContain('late')
})

test('when it stops, whoever waits is told so, and what has been begun is finished', async () => {
  const { app, begun, finishOne } = await guarded()
  const pages = [0, 1, 2, 3, 4, 5].map((n) => app.inject(`/organise/${n}`))
  await vi.waitUntil(() => begun.length === 4)
  const closed = app.close()
  expect((await Promise.all(pages.slice(4))).map(({ statusCode }) => statusCode)).toEqual([503, 503])
  for (let finished = 0; finished < 4; finished += 1) finishOne()
  expect((await Promise.all(pages.slice(0, 4))).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  await closed
})

test('strangers make the line no longer', async () => {
  const { db, owner, outsider } = await world()
  const app = await testApp(db)
  const list = '/organise/gen-y-city/kickoff/registrations'
  const [{ cookie: strange }, own] = [await signedInAs(db, outsider), await signedInAs(db, owner)]
  const strangers = Array.from({ length: 300 }, (_, n) =>
    app.inject({ url: list, headers: { cookie: n % 2 ? strange : `session=${n}` } }),
  )
  expect((await app.inject({ url: list, headers: own })).statusCode).toBe(200)
  expect(new Set((await Promise.all(strangers)).map(({ statusCode }) => statusCode))).toEqual(new Set([303, 404]))
})

test.each([{}, { 'hx-request': 'true' }])(
  'who is put off reads why in the language they chose, under the usual headers: %o',
  async (asking) => {
    const { db, owner } = await world()
    const app = await testApp(db)
    const { cookie } = await signedInAs(db, owner)
    const headers = { cookie: `${cookie}; lang=uk`, 'accept-language': 'en', ...asking }
    const list = '/organise/gen-y-city/kickoff/registrations'
    const pages = await Promise.all(Array.from({ length: 100 }, () => app.inject({ url: list, headers })))
    const [putOff = expect.unreachable()] = pages.filter(({ statusCode }) => statusCode === 503)
    const [page = expect.unreachable()] = pages.filter(({ statusCode }) => statusCode === 200)
    expect(putOff.body).toContain(say('uk')('refusal.unavailable'))
    expect(putOff.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '30' })
    for (const name of ['content-security-policy', 'cache-control', 'x-content-type-options'])
      expect([name, putOff.headers[name]]).toEqual([name, page.headers[name] ?? expect.unreachable()])
    expect(putOff.headers['hx-retarget']).toBe('hx-request' in asking ? 'body' : undefined)
  },
)

/** Pages that are made until the test finishes them, and which have been begun, in their order. */
async function guarded(wait?: number) {
  const app = Fastify({ forceCloseConnections: true })
  onTestFinished(async () => await app.close())
  const begun: string[] = []
  const sockets = new Map<string, Socket>()
  const making: (() => void)[] = []
  app.addHook('onRequest', async ({ url, raw }) => void sockets.set(url, raw.socket))
  app.setErrorHandler<Refusal>(({ status }, _request, reply) => reply.code(status).send())
  await app.register(cookie)
  raiseBulkhead(app, { config: readConfig({}) }, wait)
  async function make({ params }: FastifyRequest) {
    begun.push((params as { page: string }).page)
    await new Promise<void>((resolve) => making.push(resolve))
    return 'page'
  }
  app.get('/organise/:page', { config: { access: 'organiser' } }, make)
  app.get('/door/:page', { config: { access: 'door', standsInLine: true } }, make)
  app.get('/organise/endless', { config: { access: 'organiser' } }, async () => Readable.from(endlessly()))
  app.post('/organise', { config: { access: 'organiser' } }, async () => 'kept')
  app.get('/page', { config: { access: 'anyone' } }, async () => 'page')
  app.get('/door', { config: { access: 'door' } }, async () => 'open')
  return { app, begun, sockets, finishOne: () => making.shift()?.() }
}

function* endlessly() {
  for (;;) yield Buffer.alloc(65_536)
}

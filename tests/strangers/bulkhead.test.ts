import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { raiseBulkhead } from '../../server/bulkhead.ts'
import type { Refusal } from '../../server/refusal.ts'
import { signedInAs, testApp, world } from '../world.ts'

test('four pages are made at once, the others in the order they came, and the door passes', async () => {
  const { app, begun, finishOne } = guarded()
  const pages = Array.from({ length: 7 }, (_, n) => app.inject(`/organise/${n}`))
  expect((await app.inject('/door')).statusCode).toBe(200)
  expect(begun).toEqual(['0', '1', '2', '3'])
  for (const next of ['4', '5', '6']) {
    finishOne()
    await vi.waitUntil(() => begun.includes(next))
    expect(begun.at(-1)).toBe(next)
  }
  for (let left = 0; left < 4; left += 1) finishOne()
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test('whoever comes when the line is at its longest is put off, but no form and no stranger', async () => {
  const { app, begun, finishOne } = guarded()
  const from = (n: number) => ({ cookie: `session=${Math.floor(n / 32)}` })
  const pages = Array.from({ length: 4 + 256 }, (_, n) => app.inject({ url: `/organise/${n}`, headers: from(n) }))
  await vi.waitUntil(() => begun.length === 4)
  expect((await app.inject('/organise/late')).statusCode).toBe(503)
  const others = [app.inject({ method: 'POST', url: '/organise' }), app.inject('/page'), app.inject('/door')]
  expect((await Promise.all(others)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  for (let finished = 0; finished < pages.length; finished += 1) {
    await vi.waitUntil(() => begun.length > finished, { interval: 1 })
    finishOne()
  }
  expect((await Promise.all(pages)).map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200))
})

test('one browser has 32 in the line at the most, and keeps out no other', async () => {
  const { app, begun, finishOne } = guarded()
  const own = { cookie: 'session=own' }
  const pages = Array.from({ length: 4 + 32 }, (_, n) => app.inject({ url: `/organise/${n}`, headers: own }))
  await vi.waitUntil(() => begun.length === 4)
  expect((await app.inject({ url: '/organise/late', headers: own })).statusCode).toBe(503)
  const other = app.inject({ url: '/organise/other', headers: { cookie: 'session=other' } })
  for (let finished = 0; finished < pages.length + 1; finished += 1) {
    await vi.waitUntil(() => begun.length > finished, { interval: 1 })
    finishOne()
  }
  expect((await Promise.all([...pages, other])).map(({ statusCode }) => statusCode)).toEqual(Array(37).fill(200))
})

test('who leaves while their page is made gets no more of them', async () => {
  const { app, begun, finishOne, sockets } = guarded()
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const left = ['a', 'b', 'c', 'd'].map((page) => fetch(`${url}/organise/${page}`, leaving).catch(() => 'left'))
  await vi.waitUntil(() => begun.length === 4)
  leaving.abort()
  expect(await Promise.all(left)).toEqual(['left', 'left', 'left', 'left'])
  await vi.waitUntil(() => [...sockets.values()].every(({ destroyed }) => destroyed))
  const next = fetch(`${url}/organise/next`)
  await vi.waitUntil(() => sockets.has('/organise/next'))
  expect((await fetch(`${url}/door`)).status).toBe(200)
  expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  finishOne()
  await vi.waitUntil(() => begun.includes('next'))
  for (let left = 0; left < 4; left += 1) finishOne()
  expect((await next).status).toBe(200)
})

test('who has left is passed over, and who is slow to read keeps nobody waiting', async () => {
  const { app, begun, finishOne, sockets } = guarded()
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

test('strangers make the line no longer', async () => {
  const { db, owner, outsider } = await world()
  const app = await testApp(db)
  const list = '/organise/gen-y-city/kickoff/registrations'
  const [strange, own] = [await signedInAs(db, outsider), await signedInAs(db, owner)]
  const strangers = Array.from({ length: 300 }, () => app.inject({ url: list, headers: strange }))
  expect((await app.inject({ url: list, headers: own })).statusCode).toBe(200)
  expect(new Set((await Promise.all(strangers)).map(({ statusCode }) => statusCode))).toEqual(new Set([404]))
})

/** Pages that are made until the test finishes them, and which have been begun, in their order. */
function guarded() {
  const app = Fastify({ forceCloseConnections: true })
  onTestFinished(async () => await app.close())
  const begun: string[] = []
  const sockets = new Map<string, Socket>()
  const making: (() => void)[] = []
  app.addHook('onRequest', async ({ url, raw }) => void sockets.set(url, raw.socket))
  app.setErrorHandler<Refusal>(({ status }, _request, reply) => reply.code(status).send())
  raiseBulkhead(app)
  app.get<{ Params: { page: string } }>('/organise/:page', { config: { access: 'organiser' } }, async ({ params }) => {
    begun.push(params.page)
    await new Promise<void>((resolve) => making.push(resolve))
    return 'page'
  })
  app.get('/organise/endless', { config: { access: 'organiser' } }, async () => {
    return Readable.from(endlessly())
  })
  app.post('/organise', { config: { access: 'organiser' } }, async () => 'kept')
  app.get('/page', { config: { access: 'anyone' } }, async () => 'page')
  app.get('/door', { config: { access: 'door' } }, async () => 'open')
  return { app, begun, sockets, finishOne: () => making.shift()?.() }
}

function* endlessly() {
  for (;;) yield Buffer.alloc(65_536)
}

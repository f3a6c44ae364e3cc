import { expect, test } from 'vitest'
import { signedInAs, testApp, world } from './world.ts'

test('the health check says that all is well', async () => {
  const app = await testApp((await world()).db)
  const { statusCode, body } = await app.inject({ url: '/healthz' })
  expect([statusCode, JSON.parse(body)]).toEqual([200, { ok: true }])
})

test('metrics are for the machine itself and for organisers', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const status = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/metrics', headers: { host: 'localhost:3000', ...headers } })).statusCode
  expect(await status({})).toBe(200)
  expect(await status({ host: 'kopa.example.org', ...(await signedInAs(db, owner)) })).toBe(200)
})

test.each([
  { host: 'kopa.example.org' },
  { 'x-forwarded-for': '203.0.113.7' },
  { 'x-real-ip': '203.0.113.7' },
  { 'x-forwarded-proto': 'https' },
  { via: '1.1 proxy' },
])('metrics are not shown through a proxy on the same machine: %o', async (headers) => {
  const app = await testApp((await world()).db)
  const answer = await app.inject({ url: '/metrics', headers: { host: 'localhost:3000', ...headers } })
  expect(answer.statusCode).toBe(303)
})

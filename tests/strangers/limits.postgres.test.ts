import { expect, test } from 'vitest'
import { askPostgres } from '../ask-postgres.ts'
import { openForTest } from '../database.ts'
import { form, testApp, world } from '../world.ts'

async function twoServers() {
  const { db } = await world()
  const apps = [await testApp(db), await testApp(await openForTest(db.url))]
  const send = async (at: number, route = '/sign-in') => {
    const { headers } = form({})
    const sent = { method: 'POST' as const, url: route, remoteAddress: '203.0.113.1', payload: '' }
    return (await apps[at % 2]?.inject({ ...sent, headers: { ...headers, host: 'kopa.example.org' } }))?.statusCode
  }
  return { url: db.url, send }
}

test('what one address sends is counted over all servers, each form by itself', async () => {
  const { send } = await twoServers()
  const answers = await Promise.all(Array.from({ length: 62 }, (_, i) => send(i)))
  expect(answers.toSorted()).toEqual([...Array(60).fill(422), 429, 429])
  expect([await send(0), await send(1), await send(1, '/join')]).toEqual([429, 429, 422])
})

test('the count begins anew when its time is over, and no address is kept in it', async () => {
  const { url, send } = await twoServers()
  for (let i = 0; i <= 60; i++) await send(i)
  expect(await send(0)).toBe(429)
  const kept = await askPostgres(url, 'SELECT key, count, until FROM kopa_tallies')
  expect(kept).toEqual([{ key: expect.stringMatching(/^[\w-]{43}$/), count: 62, until: expect.any(Date) }])
  await askPostgres(url, "UPDATE kopa_tallies SET until = until - interval '10 minutes'")
  expect(await send(1)).toBe(422)
  expect(await askPostgres(url, 'SELECT count FROM kopa_tallies')).toEqual([{ count: 1 }])
})

test('what is over is gone a minute later at most, with every server that is at work', async () => {
  const { url, send } = await twoServers()
  await send(0)
  await askPostgres(url, "UPDATE kopa_tallies SET until = now() - interval '1 second'")
  await askPostgres(url, "INSERT INTO kopa_touches (id, touched, at) VALUES ('a', 'b', now() - interval '11 minutes')")
  await openForTest(url)
  expect(
    await askPostgres(url, "SELECT key FROM kopa_tallies UNION ALL SELECT id FROM kopa_touches WHERE id = 'a'"),
  ).toEqual([])
})

import { expect, test } from 'vitest'
import { register } from '../server/registrations/register.ts'
import { noor } from './cast.ts'
import { onPostgres } from './database.ts'
import { now, signedInAs, testApp, world } from './world.ts'

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

test('metrics tell how long what takes, how the outbox, places, database and backups are, and nobody’s name or secret', async () => {
  const { db, project, kickoff } = await world({ capacity: 30 })
  const app = await testApp(db, {
    DATABASE_URL: 'url' in db ? String(db.url) : '',
    BACKUP_TO: onPostgres ? '' : '/backups',
  })
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  for (const url of ['/gen-y-city/kickoff', '/mine/a-secret-of-somebody', '/nowhere/at/all/now'])
    await app.inject({ url, headers: { 'user-agent': 'an-old-phone' } })
  const { body, headers } = await app.inject({ url: '/metrics', headers: { host: 'localhost:3000' } })
  const again = await app.inject({ url: '/metrics', headers: { host: 'localhost:3000' } })
  expect([headers['content-type'], again.statusCode]).toEqual(['text/plain; version=0.0.4; charset=utf-8', 200])
  const lines = [
    'kopa_request_duration_seconds_count{method="GET",route="/:project/:meeting",status="2xx"} 1',
    'kopa_request_duration_seconds_count{method="GET",route="/mine/:token",status="4xx"} 1',
    'kopa_request_duration_seconds_bucket{le="10",method="GET",route="/:project/:meeting",status="2xx"} 1',
    'kopa_letters{state="waiting"} 1',
    'kopa_places{project="gen-y-city",meeting="kickoff"} 30',
    'kopa_places_taken{project="gen-y-city",meeting="kickoff"} 1',
    ...(onPostgres ? ['kopa_database_waiting 0'] : ['kopa_backup_overdue 1']),
    'kopa_backup_failures 0',
  ]
  expect(body.split('\n')).toEqual(expect.arrayContaining(lines))
  expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m)
  expect(body).toMatch(
    onPostgres ? /^kopa_database_bytes\{part="all"\} [1-9]\d{6}/m : /^kopa_database_bytes\{part="file"\} [1-9]\d+$/m,
  )
  const [open, idle] = ['', 'idle_'].map((kind) =>
    Number(new RegExp(`^kopa_database_${kind}connections (\\d+)$`, 'm').exec(body)?.[1]),
  )
  if (onPostgres) expect([Number(open) > 0, Number(idle) <= Number(open)]).toEqual([true, true])
  else expect(body).not.toContain('connections')
  expect(body).not.toContain('kopa_backup_age_seconds')
  for (const secret of ['a-secret', noor.name, noor.email, 'an-old-phone', '/nowhere'])
    expect(body).not.toContain(secret)
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

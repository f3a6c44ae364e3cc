import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isUnavailable, open } from '../../db/open.ts'
import { leaveTouch } from '../../db/touches.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { freshDatabase, freshUrl, openForTest } from '../database.ts'
import { asItIs } from '../meetings/input.ts'
import { proxyTo } from '../proxy.ts'
import { now, testApp, world } from '../world.ts'
import { add, insert, names } from './cast.ts'

test('several servers can start at once on an empty database', async () => {
  const url = await freshUrl()
  const administrator = await connect(url)
  await administrator.query('CREATE SCHEMA empty')
  const empty = `${url}?options=-c%20search_path%3Dempty`
  const servers = await Promise.all([1, 2, 3, 4].map(() => openForTest(empty)))
  for (const [n, server] of servers.entries()) await add(server, `server-${n}`)
  const { rows } = await administrator.query('SELECT count(*) AS people FROM empty.organisers')
  expect(rows).toEqual([{ people: 4 }])
})

test('a server starts while the database is dumped, and holds up nobody', async () => {
  const here = await freshDatabase()
  const dump = await connect(here.url)
  await dump.query('BEGIN')
  await dump.query('SELECT FROM kopa_touches')
  const there = await openForTest(here.url)
  await add(here, 'ada', 'gen-y')
  await add(there, 'bo', 'gen-y')
  expect(await names(there)).toEqual(['ada', 'bo'])
})

test('a server starts while a deed is under way', async () => {
  const here = await freshDatabase()
  const deed = await connect(here.url)
  await deed.query('BEGIN')
  await leaveTouch(deed, crypto.randomUUID(), 'gen-y')
  await add(await openForTest(here.url), 'bo', 'gen-y')
  expect(await names(here)).toEqual(['bo'])
})

test('a database of before, in which touches named their server, is opened', async () => {
  const here = await freshDatabase()
  const before = await connect(here.url)
  await before.query('ALTER TABLE kopa_touches ADD COLUMN server text NOT NULL')
  await add(await openForTest(here.url), 'ada', 'gen-y')
  expect(await names(here)).toEqual(['ada'])
})

test('what one server touches the others hear, and nobody hears it twice', async () => {
  const here = await freshDatabase()
  const there = await openForTest(here.url)
  const heard: string[] = []
  here.onTouch((touched) => heard.push(`here: ${touched}`))
  there.onTouch((touched) => heard.push(`there: ${touched}`))
  await add(here, 'ada', 'gen-y')
  await add(there, 'bo', 'old-town')
  await vi.waitUntil(() => heard.length === 4)
  await tellNobodyOf(here.url, 'new-town')
  await vi.waitUntil(() => heard.filter((one) => one.endsWith('new-town')).length === 2, { timeout: 5_000 })
  const both = (touched: string) => [`here: ${touched}`, `there: ${touched}`]
  expect(heard.sort()).toEqual([...both('gen-y'), ...both('new-town'), ...both('old-town')].sort())
})

test('what is told while nobody can hear it is found within five seconds, even if it took its time', async () => {
  const here = await freshDatabase()
  const proxy = await proxyTo(here.url)
  const there = await openForTest(proxy.url)
  const heard: string[] = []
  there.onTouch((touched) => heard.push(touched))
  proxy.deafen()
  const slow = await connect(here.url)
  await slow.query('BEGIN')
  await leaveTouch(slow, crypto.randomUUID(), 'slow')
  await add(here, 'ada', 'quick')
  await vi.waitUntil(() => heard.length > 0, { timeout: 5_000 })
  await slow.query('COMMIT')
  await vi.waitUntil(() => heard.length > 1, { timeout: 5_000 })
  expect(heard).toEqual(['quick', 'slow'])
})

test('a page kept on one server is not shown for longer than five seconds after it changed on another', async () => {
  const { db: here, project, kickoff, owner } = await world()
  const proxy = await proxyTo(here.url)
  const there = await testApp(await openForTest(proxy.url))
  const page = async () => (await there.inject('/gen-y-city/kickoff?lang=en')).body
  expect(await page()).toContain('Kick-off')
  proxy.deafen()
  await editMeeting(here, project, kickoff, { ...asItIs(kickoff), title: { en: 'Grand opening' } }, owner, now)
  expect(await page()).not.toContain('Grand opening')
  await vi.waitUntil(async () => (await page()).includes('Grand opening'), { timeout: 5_000 })
})

test('who comes by one server is counted by the others, which still see whatever else is changed by it', async () => {
  const { db: here, project, kickoff, owner } = await world()
  const there = await testApp(await openForTest(here.url))
  const page = async () => (await there.inject('/gen-y-city/kickoff?lang=en')).body
  const shows = async (words: string) => await vi.waitUntil(async () => (await page()).includes(words))
  await shows('30 places left')
  await register(here, project, kickoff, { ...noor, groupId: null }, now)
  await shows('29 places left')
  await editMeeting(here, project, kickoff, { ...asItIs(kickoff), title: { en: 'Grand opening' } }, owner, now)
  await shows('Grand opening')
  await register(here, project, kickoff, { ...sami, groupId: null }, now)
  await shows('28 places left')
})

test('while PostgreSQL is gone kept pages are shown, everything else is a 503, and five seconds after it is back all is well', async () => {
  const { db, kickoff } = await world()
  const proxy = await proxyTo(db.url)
  const app = await testApp(await openForTest(proxy.url))
  const status = async (path: string) => (await app.inject(path)).statusCode
  const kept = `/gen-y-city/${kickoff.slug}`
  expect(await status(kept)).toBe(200)
  await proxy.cut()
  expect([await status(kept), await status('/healthz'), await status(`${kept}/register`)]).toEqual([200, 503, 503])
  expect((await app.inject(`${kept}/register`)).headers['retry-after']).toMatch(/^\d+$/)
  await proxy.mend()
  await vi.waitUntil(async () => (await status('/healthz')) === 200, { timeout: 5_000 })
  expect([await status(kept), await status(`${kept}/register`)]).toEqual([200, 200])
})

test('one lock holds across servers', async () => {
  const here = await freshDatabase()
  const there = await openForTest(here.url)
  const addIfAlone = (db: typeof there) => (name: string) =>
    db.transact(
      async (tx) => {
        if ((await names(tx)).length === 0) await insert(tx, name)
      },
      { touches: 'nothing', lock: 'the meeting' },
    )
  await Promise.all([...['a', 'b', 'c'].map(addIfAlone(here)), ...['d', 'e', 'f'].map(addIfAlone(there))])
  expect(await names(here)).toHaveLength(1)
})

test('when PostgreSQL is gone for a while, everything is unavailable, and then works again by itself', async () => {
  const proxy = await proxyTo(await freshUrl())
  const db = await openForTest(proxy.url)
  const heard: string[] = []
  await add(db, 'before')
  await proxy.cut()
  db.onTouch((touched) => heard.push(touched))
  const outcomes = await Promise.allSettled([names(db), add(db, 'meanwhile'), names(db)])
  expect(outcomes.map((one) => one.status === 'rejected' && isUnavailable(one.reason))).toEqual([true, true, true])
  await proxy.mend()
  await vi.waitUntil(() => heard.includes('everything'), { timeout: 5_000 })
  await add(db, 'after')
  expect(await names(db)).toEqual(['after', 'before'])
})

test('a connection that breaks within a deed undoes the deed', async () => {
  const proxy = await proxyTo(await freshUrl())
  const db = await openForTest(proxy.url)
  const deed = db.transact(
    async (tx) => {
      await insert(tx, 'ada')
      await proxy.cut()
      await insert(tx, 'bo')
    },
    { touches: 'nothing' },
  )
  expect(isUnavailable(await deed.catch((error: unknown) => error))).toBe(true)
  await proxy.mend()
  expect(await names(db)).toEqual([])
})

test('a deed whose commit is never confirmed is heard of by its own server too', async () => {
  const proxy = await proxyTo(await freshUrl())
  const db = await openForTest(proxy.url)
  const heard: string[] = []
  db.onTouch((touched) => heard.push(touched))
  proxy.loseAnswersTo('COMMIT')
  expect(isUnavailable(await add(db, 'ada', 'gen-y').catch((error: unknown) => error))).toBe(true)
  await vi.waitUntil(() => heard.length > 0, { timeout: 5_000 })
  expect([heard, await names(db)]).toEqual([['gen-y'], ['ada']])
})

test('a deed that goes on after a failed query does not count as done', async () => {
  const db = await freshDatabase()
  await add(db, 'ada')
  const stubborn = db.transact(
    async (tx) => {
      await insert(tx, 'bo')
      await insert(tx, 'ada').catch(() => 'never mind')
    },
    { touches: 'nothing' },
  )
  await expect(stubborn).rejects.toThrow('went on after one of its queries had failed')
  expect(await names(db)).toEqual(['ada'])
})

test('a PostgreSQL that is not there is one clear sentence at start', async () => {
  await expect(open('postgres://kopa@127.0.0.1:1/kopa')).rejects.toThrow(/PostgreSQL at 127\.0\.0\.1:1 cannot be used/)
})

/** A touch of which the notification got lost on the way. */
async function tellNobodyOf(url: string, touched: string) {
  const client = await connect(url)
  const id = crypto.randomUUID()
  await client.query('INSERT INTO kopa_touches (id, touched) VALUES ($1, $2)', [id, touched])
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

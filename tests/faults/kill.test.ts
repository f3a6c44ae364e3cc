import { expect, test, vi } from 'vitest'
import type { Database } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'
import { openForTest } from '../database.ts'
import { type RunningServer, startServer } from '../server.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'
import { letterSink } from './sink.ts'

const kills = often(4, 200)
const each = often(60, 510)

vi.setConfig({ testTimeout: kills * 20_000 })

test('killed again and again under load: all who were answered are in, once, with one letter, and all letters go', async () => {
  const { url, env, crowd } = await popularMeeting(kills * each * 2)
  const sink = await letterSink()
  const began: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const before = performance.now()
    const server = await startServer({ ...env, SMTP_URL: sink.url })
    began.push(performance.now() - before)
    const coming = crowd.signUp(server.url, Number.POSITIVE_INFINITY)
    await answered(crowd, each * (kill + 1), coming)
    await server.kill('SIGKILL')
    await coming
  }
  // On PostgreSQL letters that a server had in hand when it died are left alone for ten minutes.
  const last = await startServer({ ...env, ...clockAhead({ minutes: 15 }).env, SMTP_URL: sink.url })
  await crowd.signUp(last.url, crowd.unanswered.length)
  await postedAll(last)
  expect(await last.kill('SIGTERM')).toBe(0)

  const db = await openForTest(url)
  const people = await peopleIn(db)
  expect(Object.fromEntries(people)).toEqual(Object.fromEntries([...crowd.answered].map((email) => [email, 1])))
  const confirmed = await confirmationsIn(db)
  expect(confirmed.map(({ recipient }) => recipient).sort()).toEqual([...people.keys()].sort())
  const arrived = new Set(sink.ids)
  expect(confirmed.filter(({ id }) => !arrived.has(id))).toEqual([])
  expect([...crowd.others.keys()]).toEqual([])
  report(
    'kill -9 under load',
    `${kills} kills with 64 connections signing up, letters going out meanwhile`,
    `${crowd.answered.size} registrations answered, each there once with one letter; of ${sink.ids.length} letters sent ${sink.ids.length - arrived.size} came twice, under the same Message-ID; ready after ${Math.round(Math.max(...began))} ms at most, start of the process included`,
  )
})

/** Resolves as soon as so many have been answered in all. */
async function answered(crowd: { answered: Set<string> }, many: number, coming: Promise<void>) {
  const gone = coming.then(() => {
    throw new Error('The server went by itself.')
  })
  gone.catch(() => {})
  await Promise.race([vi.waitUntil(() => crowd.answered.size >= many, { timeout: 60_000, interval: 5 }), gone])
}

/** No letter waits any more. */
async function postedAll({ url }: RunningServer) {
  await vi.waitUntil(async () => /kopa_letters\{state="waiting"\} 0/.test(await metricsOf(url)), {
    timeout: kills * 10_000,
    interval: 500,
  })
}

async function metricsOf(url: string): Promise<string> {
  return await (await fetch(`${url}/metrics`)).text()
}

/** How often each address is there. */
async function peopleIn(db: Database): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const { email } of await db.select({ email: registrations.email }).from(registrations))
    if (email) times.set(email, (times.get(email) ?? 0) + 1)
  return times
}

async function confirmationsIn(db: Database) {
  const all = await db.select().from(letters)
  return all.filter(({ kind }) => kind === 'confirmation')
}

import { expect, test, vi } from 'vitest'
import { openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { allPosted, expectAllIn } from './aftermath.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { ownPostgres } from './own-postgres.ts'
import { often, report } from './report.ts'
import { letterSink } from './sink.ts'

const cuts = often(2, 20)

vi.setConfig({ testTimeout: 60_000 + cuts * 30_000 })

test('PostgreSQL killed and started again: 503 meanwhile, back by itself, no registration lost, no letter lost', async () => {
  const postgres = await ownPostgres()
  const given = Object.assign(await openForTest(postgres.url), { url: postgres.url })
  const { url, env, crowd } = await popularMeeting(1_000_000, given)
  const sink = await letterSink()
  const server = await startServer({ ...env, SMTP_URL: sink.url })
  const back: number[] = []
  for (let cut = 1; cut <= cuts; cut += 1) {
    const before = crowd.toldTo(503)
    await crowd.signUp(server.url, 50)
    const coming = crowd.signUp(server.url, () => crowd.toldTo(503) >= before + 100)
    postgres.cut()
    await coming
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    postgres.mend()
    const since = performance.now()
    await vi.waitUntil(async () => (await fetch(`${server.url}/healthz`)).ok, { timeout: 20_000, interval: 20 })
    back.push(performance.now() - since)
  }
  await crowd.signUp(server.url, () => crowd.unanswered.length === 0)
  expect(await server.kill('SIGTERM')).toBe(0)
  // What was in hand when the database went is left alone for ten minutes.
  const later = await startServer({ ...env, ...clockAhead({ minutes: 15 }).env, SMTP_URL: sink.url })
  await allPosted(later.url, 60)
  expect(await later.kill('SIGTERM')).toBe(0)
  await expectAllIn(await openForTest(url), crowd.answered, sink.ids)
  expect([...crowd.others.keys()]).toEqual([503])
  report(
    'PostgreSQL gone for a while',
    `stopped at once, as by a power cut, and started again ${cuts} times with 64 connections signing up`,
    `${crowd.toldTo(503)} answered 503; back ${Math.round(Math.max(...back))} ms after PostgreSQL at the latest; ${crowd.answered.size} answered, each in once with one letter; ${sink.ids.length - new Set(sink.ids).size} letters came twice, under the same Message-ID`,
  )
})

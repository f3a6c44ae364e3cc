import { expect, test, vi } from 'vitest'
import { onPostgres, openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { allPosted, expectAllIn } from './aftermath.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'
import { letterSink } from './sink.ts'

/** Fewer on PostgreSQL, where a server has no file of its own that a kill could tear. */
const kills = often(4, onPostgres ? 50 : 200)
const each = often(60, 510)

vi.setConfig({ testTimeout: 60_000 + kills * 20_000 })

test('killed again and again under load: all who were answered are in, once, with one letter, and all letters go', async () => {
  const { url, env, crowd } = await popularMeeting(kills * each * 2, undefined, often(3, 49))
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
  await allPosted(last.url, kills * 10)
  expect(await last.kill('SIGTERM')).toBe(0)

  await expectAllIn(await openForTest(url), crowd.answered, sink.ids)
  expect([...crowd.others.keys()]).toEqual([])
  report(
    'kill -9 under load',
    `${kills} kills with 64 connections signing up, letters going out meanwhile`,
    `${crowd.answered.size} registrations answered, each there once with one letter; of ${sink.ids.length} letters sent ${sink.ids.length - new Set(sink.ids).size} came twice, under the same Message-ID; ready after ${Math.round(Math.max(...began))} ms at most, start of the process included`,
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

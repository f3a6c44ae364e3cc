import { expect, test, vi } from 'vitest'
import { openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { allPosted, expectAllIn } from './aftermath.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'
import { letterSink } from './sink.ts'

const deaths = often(1, 20)

vi.setConfig({ testTimeout: 60_000 + deaths * 30_000 })

test('of two servers on one PostgreSQL one dies: the other goes on, nothing is lost, nobody is in twice', async () => {
  const { url, env, crowd } = await popularMeeting(1_000_000)
  const sink = await letterSink()
  const settings = { ...env, SMTP_URL: sink.url }
  let stays = await startServer(settings)
  for (let death = 1; death <= deaths; death += 1) {
    const dies = await startServer(settings)
    const goal = crowd.answered.size + 100
    const [here, there] = [stays, dies].map(({ url }) => crowd.signUp(url, () => crowd.answered.size >= goal + 100, 32))
    await vi.waitUntil(() => crowd.answered.size >= goal, { timeout: 20_000, interval: 5 })
    await dies.kill('SIGKILL')
    await Promise.all([here, there])
    if (death % 2 === 0) {
      const next = await startServer(settings)
      await stays.kill('SIGTERM')
      stays = next
    }
  }
  await crowd.signUp(stays.url, () => crowd.unanswered.length === 0)
  await stays.kill('SIGTERM')
  const later = await startServer({ ...settings, ...clockAhead({ minutes: 15 }).env })
  await allPosted(later.url, 60)
  await later.kill('SIGTERM')
  await expectAllIn(await openForTest(url), crowd.answered, sink.ids)
  expect([...crowd.others]).toEqual([])
  report(
    'two servers, one dies',
    `${deaths} times one of two killed with 64 connections signing up at both`,
    `${crowd.answered.size} answered, each in once with one letter; ${sink.ids.length - new Set(sink.ids).size} letters came twice, under the same Message-ID; the other server answered all the time`,
  )
})

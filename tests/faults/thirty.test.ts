import { expect, test, vi } from 'vitest'
import { asc } from '../../db/drizzle.ts'
import { letters, registrations } from '../../db/schema.ts'
import { openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'

const rounds = often(1, 5)

// A thousand at once are many for a small machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 + rounds * 90_000 })

test('a thousand at once for thirty places: exactly thirty in, the rest in line, every answer a kind one', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { url, env, crowd } = await popularMeeting(30)
    const server = await startServer(env)
    await crowd.signUp(server.url, 1000, 1000)
    expect([...crowd.others]).toEqual([])
    expect(await server.kill('SIGTERM')).toBe(0)

    const db = await openForTest(url)
    const standings = await db.select().from(registrations).orderBy(asc(registrations.arrival))
    const expected = [...Array(30).fill('confirmed'), ...Array(970).fill('waiting')]
    expect(standings.map(({ status }) => status)).toEqual(expected)
    const told = await db.select({ to: letters.recipient }).from(letters)
    expect(told.map(({ to }) => to).sort()).toEqual([...crowd.answered].sort())
  }
  report(
    '1,000 at once for 30 places',
    `1,000 connections, ${rounds} times`,
    'exactly 30 in, 970 in line, one letter each, no 5xx',
  )
})

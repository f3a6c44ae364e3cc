import { expect, test, vi } from 'vitest'
import { sqlitePath } from '../../db/open.ts'
import { freshUrl } from '../database.ts'
import { start } from '../journeys/starting.ts'
import { startServer } from '../server.ts'
import { often, report } from './report.ts'

const rounds = often(1, 25)

vi.setConfig({ testTimeout: 60_000 + rounds * 20_000 })

test('of servers that start on one file at once, one serves and the others refuse', async () => {
  const url = await freshUrl()
  for (let round = 0; round < rounds; round += 1) {
    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () => startServer({ DATABASE_URL: url }).catch((error: Error) => error)),
    )
    const open = outcomes.flatMap((one) => (one instanceof Error ? [] : [one]))
    expect(open).toHaveLength(1)
    const [server = expect.unreachable()] = open
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const { status, said } = await start({ DATABASE_URL: url, PORT: '0' })
    expect([status, said.length, said[0]?.includes(sqlitePath(url))]).toEqual([1, 1, true])
    await server.kill(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM')
  }
  report(
    'two processes, one file',
    `${rounds} times three at once and one later, the first killed or stopped in between`,
    'one served each time; the others went with one sentence that names the file',
  )
})

import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test, vi } from 'vitest'
import { sqlitePath } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { run } from '../commands/run.ts'
import { openForTest } from '../database.ts'
import { start } from '../journeys/starting.ts'
import { startServer } from '../server.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'

const rounds = often(1, 10)

vi.setConfig({ testTimeout: 60_000 + rounds * 30_000 })

test('a folder that cannot be written is one sentence at the start', async () => {
  const { url, env } = await popularMeeting(10)
  const folder = dirname(sqlitePath(url))
  const mount = `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder} && exec "$@"`
  const { status, said } = await start(env, ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh'])
  expect([status, said]).toEqual([1, [expect.stringMatching(/kopa\.db cannot be written .*: give this account/)]])
  report('read-only file', 'started on a folder mounted read-only', `code 1, “${said[0]}”`.replaceAll(folder, '…'))
})

test('a file damaged while it is served: nothing crashes, doctor finds it, a backup brings it back', async () => {
  const refused: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { url, env, crowd } = await popularMeeting(10_000)
    const server = await startServer(env)
    await crowd.signUp(server.url, 200)
    const backup = `${env.DATA_DIR}/backup.db`
    expect(await run('backup', [backup], env)).toMatchObject({ code: 0 })
    const safe = [...crowd.answered].sort()

    scribbleOver(sqlitePath(url))
    // What the server still has in memory goes on; whatever it has to read is refused.
    const enough = crowd.answered.size + 200
    await crowd.signUp(server.url, () => crowd.toldTo(503) >= 20 || crowd.answered.size >= enough, 8)
    refused.push(crowd.toldTo(503))
    expect([...crowd.others.keys()].filter((status) => status !== 503)).toEqual([])
    const email = new URLSearchParams({ email: 'owner@example.org' })
    expect((await fetch(`${server.url}/sign-in`, { method: 'POST', body: email })).status).toBe(503)
    for (const path of ['/gen-y-city', '/healthz']) expect((await fetch(server.url + path)).status).toBe(503)
    await server.kill('SIGKILL')

    const { code, output } = await run('doctor', [], env)
    expect([code, output]).toEqual([1, expect.stringMatching(/^NOT OK .*npm run restore -- FILE\.$/m)])
    expect(await run('restore', [backup], env)).toMatchObject({ code: 0 })
    expect(await run('doctor', [], env)).toMatchObject({ code: 0 })
    expect(await peopleIn(url)).toEqual(safe)
  }
  report(
    'corrupt file',
    `every page but the first written over with noise under load, ${rounds} times`,
    `sign-ups went on out of memory or were answered 503 (${refused.reduce((sum, some) => sum + some)} of them), no other error; signing in, pages and /healthz answered 503; doctor said so and named the remedy; restore brought back all that was in the backup`,
  )
})

test('a file damaged before the start is one sentence', async () => {
  const { url, env } = await popularMeeting(10)
  for (const part of ['-wal', '-shm']) expect(existsSync(sqlitePath(url) + part)).toBe(false)
  writeFileSync(sqlitePath(url), randomBytes(8192))
  const { status, said } = await start(env)
  expect([status, said]).toEqual([1, [expect.stringMatching(/kopa\.db is damaged or no database/)]])
})

function scribbleOver(file: string) {
  const damaged = openSync(file, 'r+')
  const { size } = fstatSync(damaged)
  writeSync(damaged, randomBytes(size - 4096), 0, size - 4096, 4096)
  closeSync(damaged)
}

async function peopleIn(url: string) {
  const db = await openForTest(url)
  const all = await db.select({ email: registrations.email }).from(registrations)
  return all.map(({ email }) => email).sort()
}

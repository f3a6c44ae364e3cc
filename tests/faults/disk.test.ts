import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { sqlitePath } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { freshFolder, openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'
import { smallDisk } from './small-disk.ts'

const fillings = often(1, 10)

vi.setConfig({ testTimeout: 60_000 + fillings * 20_000 })

test('on a full disk pages are read, what does not fit is put off with 503, and all goes on by itself once there is room', async () => {
  const { url, env, crowd } = await popularMeeting(1_000_000)
  const disk = smallDisk(sqlitePath(url), 32)
  const server = await startServer({ ...env, DATABASE_URL: disk.url }, undefined, disk.within)
  const pid = Number(server.child.pid)
  for (let filling = 1; filling <= fillings; filling += 1) {
    await crowd.signUp(server.url, 50)
    const before = crowd.toldTo(503)
    disk.fill(pid)
    await crowd.signUp(server.url, () => crowd.toldTo(503) > before)
    // The ballast thrown out makes room for some more.
    disk.fill(pid)
    await crowd.signUp(server.url, () => crowd.toldTo(503) > before + 100)
    expect(await statusOf(`${server.url}/gen-y-city/kickoff`)).toEqual([200, null])
    expect(await statusOf(`${server.url}/gen-y-city/kickoff/register`, { name: 'Noor' })).toEqual([422, null])
    // A log that has just begun anew has room of its own: what is small may fit in.
    const answers = [
      [503, '30'],
      [200, null],
    ]
    expect(answers).toContainEqual(await statusOf(`${server.url}/sign-in`, { email: 'owner@example.org' }))
    disk.clear(pid)
    await crowd.signUp(server.url, 50)
  }
  server.child.kill('SIGSTOP')
  const db = await openForTest(copyOf(disk.seen(pid)))
  const there = await db.select({ email: registrations.email }).from(registrations)
  expect(there.map(({ email }) => email).sort()).toEqual([...crowd.answered].sort())
  expect([...crowd.others.keys()]).toEqual([503])
  report(
    'disk full',
    `a disk of 32 MB filled to the last block ${fillings} times while 64 connections sign up`,
    `pages were read all the time; ${crowd.toldTo(503)} sign-ups answered 503 with Retry-After; with room again it went on without a restart; all ${crowd.answered.size} answered are in, once`,
  )
})

async function statusOf(url: string, form?: Record<string, string>) {
  const { status, headers } = await fetch(url, form && { method: 'POST', body: new URLSearchParams(form) })
  return [status, headers.get('retry-after')]
}

/** The file and its log as they lie there, as after a power cut. */
function copyOf(folder: string): string {
  const copy = freshFolder()
  for (const name of readdirSync(folder).filter((one) => /^kopa\.db(-wal)?$/.test(one)))
    cpSync(join(folder, name), join(copy, name))
  return `sqlite:${copy}/kopa.db`
}

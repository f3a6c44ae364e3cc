import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { expect, test, vi } from 'vitest'
import { sqlitePath } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { onPostgres, openForTest } from '../database.ts'
import { startServer } from '../server.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'

const stops = often(2, 30)

vi.setConfig({ testTimeout: 60_000 + stops * 20_000 })

test('asked to stop under load it answers what it has begun, folds its log in, and goes with code 0', async () => {
  const { url, env, crowd } = await popularMeeting(1_000_000)
  for (let stop = 1; stop <= stops; stop += 1) {
    const server = await startServer(env)
    const coming = crowd.signUp(server.url, Number.POSITIVE_INFINITY)
    await vi.waitUntil(() => crowd.answered.size >= stop * 100, { timeout: 20_000, interval: 5 })
    expect(await server.kill('SIGTERM')).toBe(0)
    await coming
    if (!onPostgres) expect(logOf(sqlitePath(url))).toBe(0)
  }
  const db = await openForTest(url)
  const there = (await db.select({ email: registrations.email }).from(registrations)).map(({ email }) => email)
  expect(there.sort()).toEqual([...crowd.answered].sort())
  expect([...crowd.others.keys()].filter((status) => status !== 503)).toEqual([])
  report(
    'SIGTERM under load',
    `${stops} stops with 64 connections signing up`,
    `code 0 each time, the log folded in; ${there.length} taken in and ${crowd.answered.size} answered; whoever came too late was refused the connection or told 503`,
  )
})

test('whoever is being answered when it stops gets the answer, and their open connection does not keep it from going', async () => {
  const { url, env } = await popularMeeting(10)
  const server = await startServer(env)
  const form = 'name=Noor&email=none'
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length }
  const agent = new Agent({ keepAlive: true })
  const asked = request(`${server.url}/gen-y-city/kickoff/register`, {
    ...{ agent, method: 'POST', headers: { ...headers, expect: '100-continue' } },
  })
  asked.flushHeaders()
  await once(asked, 'continue')
  const gone = server.kill('SIGTERM')
  await vi.waitUntil(() => isGone(server.url), { timeout: 20_000 })
  asked.end(form)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  await answer.toArray()
  expect(answer.statusCode).toBe(422)
  expect(await gone).toBe(0)
  if (!onPostgres) expect(logOf(sqlitePath(url))).toBe(0)
  agent.destroy()
})

/** Whether it lets nobody in any more. */
async function isGone(address: string): Promise<boolean> {
  return await fetch(`${address}/healthz`).then(
    () => false,
    () => true,
  )
}

/** Bytes in the write-ahead log. */
function logOf(file: string): number {
  return existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0
}

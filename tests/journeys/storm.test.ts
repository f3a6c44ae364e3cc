import { expect, test, vi } from 'vitest'
import { letters } from '../../db/schema.ts'
import { openForTest } from '../database.ts'
import { places } from '../registrations/places.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'

// A thousand at once are many for a small machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 })

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('minute')

async function openMeeting(capacity: number) {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }), capacity })
  await here.db.close()
  const register = async (origin: string, i: number) => {
    const fields = { name: `Guest ${i}`, email: `guest${i}@example.org`, group: here.pupils.id }
    const body = new URLSearchParams(fields)
    return await fetch(`${origin}/gen-y-city/kickoff/register`, { method: 'POST', body, redirect: 'manual' })
  }
  return { ...here, register, url: here.db.url }
}

test('a thousand at once over HTTP for thirty places: exactly thirty in, the rest in line, every answer a kind one', async () => {
  const { kickoff, register, url } = await openMeeting(30)
  const server = await startServer({ DATABASE_URL: url })
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, i) => register(server.url, i)))
  expect(answers.map(({ status }) => status)).toEqual(Array(1000).fill(303))
  const told = answers.map(({ headers }) => headers.get('location') ?? '')
  expect(told.filter((where) => where.endsWith('/registered'))).toHaveLength(30)

  expect(await server.kill('SIGTERM')).toBe(0)
  const db = await openForTest(url)
  const standings = Object.values(await places(db, kickoff))
  expect(standings).toEqual([...Array(30).fill('confirmed'), ...Array(970).fill('waiting')])
  expect(await db.select({ id: letters.id }).from(letters)).toHaveLength(1000)
})

test('killed in the middle: whoever was answered is there, with one letter, and nobody twice', async () => {
  const { kickoff, register, url } = await openMeeting(500)
  const server = await startServer({ DATABASE_URL: url })
  const answered: string[] = []
  const attempts = Array.from({ length: 600 }, async (_, i) => {
    const answer = await register(server.url, i)
    if (answer.status === 303) answered.push(`Guest ${i}`)
    if (answered.length === 100) server.child.kill('SIGKILL')
  })
  await Promise.allSettled(attempts)
  await server.kill('SIGKILL')
  expect(answered.length).toBeGreaterThanOrEqual(100)

  const again = await startServer({ DATABASE_URL: url })
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200)
  await again.kill('SIGTERM')
  const db = await openForTest(url)
  const there = Object.keys(await places(db, kickoff))
  expect(answered.filter((name) => !there.includes(name))).toEqual([])
  const written = await db.select({ to: letters.recipient }).from(letters)
  expect(written.map(({ to }) => to.replace(/^guest(\d+)@.*/, 'Guest $1')).sort()).toEqual([...there].sort())
})

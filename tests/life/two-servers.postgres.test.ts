import { expect, test, vi } from 'vitest'
import { asc, isNull } from '../../db/drizzle.ts'
import { letters, registrations } from '../../db/schema.ts'
import { openForTest } from '../database.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'

// A thousand people and a thousand letters are many for a small machine that has other things to do.
vi.setConfig({ testTimeout: 240_000 })

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('minute')

/** As many as there are of each. */
function tally(words: string[]): number[] {
  return [...Map.groupBy(words, (word) => word).values()].map(({ length }) => length).toSorted((a, b) => a - b)
}

test('a thousand at once for thirty places on two servers: thirty in, the rest in line, one letter to each', async () => {
  const { db, pupils } = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }), capacity: 30 })
  await db.close()
  const mailbox = await openMailbox()
  const env = { DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl, PUBLIC_URL: 'https://kopa.example.org' }
  const servers = await Promise.all([startServer(env), startServer(env)])
  const register = async (i: number) => {
    const body = new URLSearchParams({ name: `Guest ${i}`, email: `guest${i}@${i % 20}.example.org`, group: pupils.id })
    const place = `${servers[i % 2]?.url}/gen-y-city/kickoff/register`
    const origin = { origin: 'https://kopa.example.org' }
    return await fetch(place, { method: 'POST', body, headers: origin, redirect: 'manual' })
  }
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, i) => register(i)))
  expect(tally(answers.map(({ status }) => `${status}`))).toEqual([1000])
  const told = answers.map(({ headers }) => headers.get('location') ?? '')
  expect(tally(told)).toEqual([30, 970])

  await mailbox.until(1000)
  const after = await openForTest(db.url)
  const unsent = after.select({ id: letters.id }).from(letters).where(isNull(letters.sentAt))
  await vi.waitUntil(async () => (await unsent).length === 0, { timeout: 30_000 })
  for (const server of servers) expect(await server.kill('SIGTERM')).toBe(0)

  const line = await after.select().from(registrations).orderBy(asc(registrations.arrival))
  expect(line.map(({ arrival }) => arrival)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1))
  expect(line.map(({ status }) => status)).toEqual([...Array(30).fill('confirmed'), ...Array(970).fill('waiting')])
  const isIn = new Map(line.map(({ email, status }) => [email, status === 'confirmed']))
  expect(told.map((where) => where.endsWith('/registered'))).toEqual(
    told.map((_, i) => isIn.get(`guest${i}@${i % 20}.example.org`)),
  )
  const written = mailbox.letters.map(({ to }) => (Array.isArray(to) ? '' : to?.text) ?? '')
  expect(written.toSorted()).toEqual(line.map(({ email }) => email ?? '').toSorted())
  expect(tally(mailbox.letters.map(({ subject }) => subject ?? ''))).toEqual([30, 970])
})

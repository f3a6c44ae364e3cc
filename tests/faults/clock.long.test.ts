import { expect, test, vi } from 'vitest'
import { type Database, open } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'
import { cleanUpWith } from '../database.ts'
import { startServer } from '../server.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'
import { letterSink } from './sink.ts'

const jumps = often(1, 6)

vi.setConfig({ testTimeout: 60_000 + jumps * 120_000 })

test('with a clock a day ahead and back again nothing goes twice, and no offer that ran out is open again', async () => {
  const { url, env, crowd } = await popularMeeting(3)
  const sink = await letterSink()
  const clock = clockAhead({ seconds: 0 })
  const server = await startServer({ ...env, ...clock.env, SMTP_URL: sink.url })
  const db = await open(url, { guest: true })
  cleanUpWith(() => db.close())
  await crowd.signUp(server.url, 12, 1)
  await posted(db)

  for (let jump = 0; jump < jumps; jump += 1) {
    await giveUpPlace(db, server.url)
    const before = await standings(db)
    expect(Object.values(before).filter((status) => status === 'offered')).toHaveLength(1)
    clock.set({ hours: 25 })
    await vi.waitUntil(async () => hasMovedOn(before, await standings(db)), { timeout: 60_000, interval: 100 })
    await posted(db)
    const [after, sent] = [await standings(db), sink.ids.length]

    clock.set({ hours: -25 })
    await crowd.signUp(server.url, 1, 1)
    await vi.waitUntil(() => sink.ids.length === sent + 1, { timeout: 20_000, interval: 50 })
    clock.set({ hours: 0 })
    await posted(db)
    expect(await standings(db)).toMatchObject(after)
    // The offer of a day ahead is taken, so that the next round begins as this one did.
    await takeOffer(db, server.url)
    await posted(db)
  }
  expect(sink.ids).toHaveLength(new Set(sink.ids).size)
  report(
    'clock a day ahead and back',
    `${jumps} times 25 hours ahead and 25 behind, with offers open and somebody signing up`,
    `${sink.ids.length} letters, each once; offers that ran out a day early stayed so and had gone to the next in line; letters written on the wrong day went out`,
  )
})

async function posted(db: Database) {
  const waiting = async () => (await db.select().from(letters)).filter(({ sentAt, endedAt }) => !sentAt && !endedAt)
  await vi.waitUntil(async () => (await waiting()).length === 0, { timeout: 30_000, interval: 50 })
}

async function standings(db: Database): Promise<Record<string, string>> {
  const all = await db.select().from(registrations)
  return Object.fromEntries(all.map(({ id, status }) => [id, status]))
}

/** The offer ran out, and somebody else has one. */
function hasMovedOn(before: Record<string, string>, after: Record<string, string>): boolean {
  const offered = (all: Record<string, string>) => Object.keys(all).filter((id) => all[id] === 'offered')
  const [first = ''] = offered(before)
  return after[first] === 'lapsed' && offered(after).length === 1
}

async function giveUpPlace(db: Database, origin: string) {
  await press(db, origin, 'confirmed', 'cancel')
}

async function takeOffer(db: Database, origin: string) {
  await press(db, origin, 'offered', 'accept')
}

/** A button on the page behind the link in the newest letter of somebody whose place stands so. */
async function press(db: Database, origin: string, status: string, deed: string) {
  const standing = await standings(db)
  const all = await db.select().from(letters)
  const { token } =
    all.findLast(({ registrationId, token }) => token && standing[registrationId ?? ''] === status) ??
    expect.unreachable()
  const answer = await fetch(`${origin}/mine/${token}/${deed}`, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(303)
}

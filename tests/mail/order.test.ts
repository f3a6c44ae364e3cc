import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, mailings } from '../../db/schema.ts'
import type { MailOptions } from '../../server/mail/compose.ts'
import { postLetters } from '../../server/mail/post.ts'
import { type QueuedLetter, queueLetters } from '../../server/mail/queue.ts'
import { newTraffic } from '../../server/mail/traffic.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { freshDatabase } from '../database.ts'
import { now, world } from '../world.ts'
import { config } from './config.ts'
import { notToday, plainWriters, post, postOffice } from './post-office.ts'

const writers = { ...plainWriters }
for (const kind of ['sign-in', 'message', 'confirmation', 'reminder'])
  writers[kind] = writers.plain ?? expect.unreachable()

test('whoever waits to sign in is first, then those about one’s own place, then what goes to many; each as they came', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  const kinds = ['message', 'reminder', 'confirmation', 'plain', 'sign-in', 'confirmation', 'message', 'sign-in']
  await queue(
    db,
    kinds.map((kind, i) => ({ kind, recipient: `n-${i}@example.org`, queuedAt: now.add({ seconds: i }) })),
  )
  await post(db, office.url, now.add({ hours: 1 }), { writers, traffic: oneByOne() })
  expect(office.received.map(({ to }) => to[0]?.slice(2, 3)).join('')).toBe('47235016')
})

test('while a thousand letters to slow servers are on their way, somebody signs in', async () => {
  const db = await freshDatabase()
  const crowd = Array.from({ length: 1000 }, (_, i) => ({
    kind: 'message',
    recipient: `n-${i}@place-${i % 20}.example`,
  }))
  for (let i = 0; i < crowd.length; i += 200) await queue(db, crowd.slice(i, i + 200))
  const { transport, sent, answer, until } = stuckServer()
  const traffic = newTraffic()
  const posting = postLetters(db, { transport, writers, config, now: () => now, traffic })
  await until(5)
  await queue(db, [{ kind: 'sign-in', recipient: 'ilze@example.org' }])
  const own = stuckServer()
  const urgent = postLetters(db, { transport: own.transport, writers, config, now: () => now, traffic, only: 'urgent' })
  await own.until(1)
  expect([sent.length, own.sent]).toEqual([5, ['ilze@example.org']])
  own.answer()
  await urgent
  answer()
  await posting
  expect(new Set(sent).size).toBe(1000)
})

test('what becomes urgent while others are on their way does not wait until the last of them is through', async () => {
  const db = await freshDatabase()
  await queue(
    db,
    Array.from({ length: 90 }, (_, i) => ({ kind: 'message', recipient: `n-${i}@place-${i}.example` })),
  )
  const sent: string[] = []
  let [clock, tried] = [now, 0]
  const transport = {
    close() {},
    sendMail: async (mail: MailOptions) => {
      tried += 1
      if (tried === 10) await queue(db, [{ kind: 'confirmation', recipient: 'noor@example.org' }])
      clock = clock.add({ seconds: 1 })
      sent.push((mail.to as { address: string }).address)
      return { response: '250 OK' }
    },
  }
  await postLetters(db, { transport, writers, config, now: () => clock })
  expect(sent).toHaveLength(91)
  expect(sent.indexOf('noor@example.org')).toBeLessThan(30)
})

test('at most two letters are on their way to one domain, and a domain that does not answer holds no other up', async () => {
  const db = await freshDatabase()
  const to = (domain: string, many: number) =>
    Array.from({ length: many }, (_, i) => ({ kind: 'plain', recipient: `n-${i}@${domain}` }))
  await queue(db, [...to('slow.example', 150), ...to('quick.example', 30)])
  const { transport, sent, answer, until } = stuckServer((address) => address.endsWith('@slow.example'))
  const posting = postLetters(db, { transport, writers, config, now: () => now })
  await until(32)
  expect(sent.filter((address) => address.endsWith('@slow.example'))).toHaveLength(2)
  answer()
  await posting
  expect(new Set(sent).size).toBe(180)
})

test('a domain that has had enough of us is left alone for a while, and no other is', async () => {
  const db = await freshDatabase()
  await queue(
    db,
    Array.from({ length: 40 }, (_, i) => ({
      kind: 'plain',
      recipient: `n-${i}@${i % 2 ? 'strict' : 'other'}.example`,
    })),
  )
  const tried: string[] = []
  let isStrict = true
  const transport = {
    close() {},
    sendMail: async (mail: MailOptions) => {
      const { address } = mail.to as { address: string }
      tried.push(address.replace(/^.*@/, ''))
      if (isStrict && address.endsWith('@strict.example'))
        throw Object.assign(new Error(), { ...notToday, response: '450 4.7.28 Too many messages from you' })
      return { response: '250 OK' }
    },
  }
  const traffic = newTraffic()
  const postAt = (at: Temporal.Instant) => postLetters(db, { transport, writers, config, now: () => at, traffic })
  await postAt(now)
  expect(tried.filter((domain) => domain === 'other.example')).toHaveLength(20)
  expect(tried.filter((domain) => domain === 'strict.example').length).toBeLessThanOrEqual(2)
  isStrict = false
  tried.length = 0
  await postAt(now.add({ seconds: 40 }))
  expect(tried).toEqual([])
  await postAt(now.add({ minutes: 2 }))
  expect(tried).toHaveLength(20)
})

test('letters that organisers hold, and those of mailings that are paused or stopped, stay; and hold up no other', async () => {
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice()
  const row = (changes: object) => ({ meetingId: kickoff.id, audience: { statuses: [] }, createdAt: now, ...changes })
  await db.transact(
    async (tx) => {
      const made = await tx
        .insert(mailings)
        .values([row({ pausedAt: now }), row({ stoppedAt: now }), row({})] as never)
        .returning()
      const about = { projectId: project.id, meetingId: kickoff.id, locale: 'lv' as const, recipient: noor.email }
      const [paused, stopped, running] = made.map(({ id }) => ({ ...about, kind: 'plain', mailingId: id }))
      const queued = [{ ...about, kind: 'plain' }, paused, stopped, running].flatMap((one) => one ?? [])
      for (const [i, one] of queued.entries())
        await queueLetters(tx, [{ ...one, facts: { subject: `${i}` }, queuedAt: now.add({ seconds: i }) }], now)
      await tx.update(letters).set({ heldAt: now }).where(eq(letters.queuedAt, now))
    },
    { touches: 'nothing' },
  )
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now.add({ seconds: 9 }))
  await post(db, office.url, now.add({ minutes: 1 }), { writers })
  expect(office.received.map(({ mail }) => mail.subject)).toEqual(['3', 'Hi'])
  const rest = await db.select().from(letters).where(eq(letters.attempts, 0))
  expect(rest.filter(({ sentAt, endedAt }) => !sentAt && !endedAt)).toHaveLength(3)
})

type Some = Pick<QueuedLetter, 'kind' | 'recipient'> & Partial<QueuedLetter>

async function queue(db: Database, some: readonly Some[]) {
  await db.transact(
    (tx) =>
      queueLetters(
        tx,
        some.map((one) => ({ locale: 'lv', ...one })),
        now,
      ),
    { touches: 'nothing' },
  )
}

/** As after a failure: one letter goes, and the next when it is through. */
function oneByOne() {
  const traffic = newTraffic()
  return { ...traffic, isDoubtful: () => true }
}

/** A server that takes letters and answers some of them only when it is told to. */
function stuckServer(isSlow: (address: string) => boolean = () => true) {
  const sent: string[] = []
  const told = Promise.withResolvers<void>()
  const watchers: { count: number; resolve: () => void }[] = []
  const sendMail = async (mail: MailOptions) => {
    const { address } = mail.to as { address: string }
    sent.push(address)
    for (const { count, resolve } of watchers) if (sent.length >= count) resolve()
    if (isSlow(address)) await told.promise
    return { response: '250 OK' }
  }
  const until = (count: number) =>
    new Promise<void>((resolve) => (sent.length >= count ? resolve() : watchers.push({ count, resolve })))
  return { transport: { sendMail, close() {} }, sent, answer: told.resolve, until }
}

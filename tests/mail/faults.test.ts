import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { deliveries, letters } from '../../db/schema.ts'
import { postLetters } from '../../server/mail/post.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { isSuppressed } from '../../server/mail/suppressed.ts'
import { newTraffic } from '../../server/mail/traffic.ts'
import { smtpTransport } from '../../server/mail/transport.ts'
import { freshDatabase } from '../database.ts'
import { now } from '../world.ts'
import { config } from './config.ts'
import { plainWriters, post, postOffice } from './post-office.ts'
import { type Script, scriptedServer } from './scripted-server.ts'

const writers = plainWriters
/** In the order of the real ones: whoever has said nothing yet is not taken for one who fell silent. */
const hasty = { dnsTimeout: 150, connectionTimeout: 150, greetingTimeout: 150, socketTimeout: 450 }

/** It goes again later; nobody can say whether it was taken; it ends; it ends, and the address is remembered as nobody's. */
type Fate = 'later' | 'later, unsure' | 'failed' | 'failed, nobody'

test.each<[string, Fate, Script]>([
  ['no greeting', 'later', { GREETING: 'silence' }],
  ['a greeting that sends us away', 'later', { GREETING: '421 Too many connections' }],
  ['a greeting that wants none of us', 'later', { GREETING: '554 Not you' }],
  ['a connection dropped at once', 'later', { GREETING: 'hang up' }],
  ['no answer to EHLO', 'later, unsure', { EHLO: 'silence' }],
  ['TLS promised and refused', 'later', { EHLO: '250-mail\r\n250 STARTTLS', STARTTLS: '454 Not now' }],
  ['TLS promised and broken off', 'later, unsure', { EHLO: '250-mail\r\n250 STARTTLS', STARTTLS: 'hang up' }],
  ['a wrong password', 'later', { EHLO: '250-mail\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 Wrong' }],
  ['a password that cannot be checked now', 'later', { EHLO: '250-mail\r\n250 AUTH PLAIN', AUTH: '454 4.7.0 Later' }],
  ['MAIL put off', 'later', { MAIL: '451 Later' }],
  ['MAIL refused', 'later', { MAIL: '550 5.7.1 No letters from you' }],
  ['no answer to MAIL', 'later, unsure', { MAIL: 'silence' }],
  ['RCPT put off', 'later', { RCPT: '450 4.7.1 Greylisted' }],
  ['RCPT refused for what it is', 'failed', { RCPT: '550 5.7.1 Blocked' }],
  ['RCPT refused for whom it names', 'failed, nobody', { RCPT: '550 5.1.1 No such user' }],
  ['a connection dropped at RCPT', 'later, unsure', { RCPT: 'hang up' }],
  ['DATA put off', 'later', { DATA: '451 Later' }],
  ['DATA refused', 'failed', { DATA: '554 No' }],
  ['a connection dropped within the content', 'later, unsure', { CONTENT: 'hang up' }],
  ['the content put off', 'later', { DOT: '452 4.3.1 The disk is full' }],
  ['the content refused', 'failed', { DOT: '554 5.6.0 No such things' }],
  ['no answer after the content', 'later, unsure', { DOT: 'silence' }],
  ['a connection dropped after the content', 'later, unsure', { DOT: 'hang up' }],
])('%s: %s, and it arrives once under one Message-ID when all is well', async (_, fate, script) => {
  const db = await freshDatabase()
  const server = await scriptedServer(script)
  await queue(db, 'noor@example.org')
  const url = `smtp://user:secret@${server.host}`
  await post(db, url, now, { writers }, { patience: hasty })
  const letter = await onlyLetter(db)
  const [step = expect.unreachable(), ...more] = await db.select().from(deliveries)
  expect(more).toEqual([])
  expect(step).toMatchObject({
    outcome: fate.startsWith('failed') ? 'refused' : 'delayed',
    answer: letter.answer,
    at: now,
  })
  expect(letter.answer).toBeTruthy()
  expect(await isSuppressed(db, 'noor@example.org', now)).toBe(fate === 'failed, nobody')
  if (fate.startsWith('failed')) {
    expect(letter).toMatchObject({ endedAt: now, ending: 'failed', sentAt: null, attempts: 0 })
    return
  }
  expect(letter).toMatchObject({ endedAt: null, sentAt: null, claimedUntil: null, attempts: fate === 'later' ? 0 : 1 })
  for (const at of Object.keys(script)) delete script[at as keyof Script]
  const lost = server.taken.splice(0)
  await post(db, url, letter.dueAt, { writers })
  await post(db, url, letter.dueAt.add({ hours: 2 }), { writers })
  expect(server.taken).toHaveLength(1)
  for (const raw of [...lost, ...server.taken]) expect(raw).toContain(`Message-ID: <${letter.id}@kopa.example.org>`)
  expect(await onlyLetter(db)).toMatchObject({ sentAt: letter.dueAt, answer: '250 Taken' })
})

test('a server that hangs up between two letters is called again, and neither letter goes twice', async () => {
  const db = await freshDatabase()
  const server = await scriptedServer({})
  const transport = smtpTransport(server.url)
  const postAt = (at: Temporal.Instant) => postLetters(db, { transport, writers, config, now: () => at })
  await queue(db, 'noor@example.org')
  await postAt(now)
  server.hangUp()
  await queue(db, 'sami@example.org')
  await postAt(now)
  transport.close()
  expect(server.taken.map((raw) => /^To: (.*)$/m.exec(raw)?.[1]?.trim())).toEqual([
    'noor@example.org',
    'sami@example.org',
  ])
  expect((await db.select().from(letters)).map(({ sentAt, attempts }) => [sentAt, attempts])).toEqual([
    [now, 1],
    [now, 1],
  ])
})

test('a server that speaks no TLS where TLS is wanted gets no letter', async () => {
  const db = await freshDatabase()
  const server = await scriptedServer({})
  await queue(db, 'noor@example.org')
  await post(db, `smtps://${server.host}`, now, { writers }, { patience: hasty })
  expect(server.taken).toEqual([])
  expect(await onlyLetter(db)).toMatchObject({ sentAt: null, endedAt: null, attempts: 0 })
})

test('after an hour without a mail server a thousand letters go in their order, each once, within a minute or two', async () => {
  const db = await freshDatabase()
  const gone = await postOffice()
  await gone.close()
  const crowd = Array.from({ length: 1000 }, (_, i) => i)
  await db.transact(
    async (tx) => {
      for (const i of crowd)
        await queueLetter(
          tx,
          { kind: 'plain', recipient: `n-${i}@place-${i % 40}.example`, locale: 'lv' },
          now.add({ milliseconds: i }),
        )
    },
    { touches: 'nothing' },
  )
  const traffic = newTraffic()
  const atMinute = (minute: number) => now.add({ minutes: minute, seconds: 30 })
  for (let minute = 0; minute < 60; minute += 1) await post(db, gone.url, atMinute(minute), { writers, traffic })
  const waiting = await db.select().from(letters)
  expect(waiting.filter(({ sentAt, endedAt, claimedUntil }) => !sentAt && !endedAt && !claimedUntil)).toHaveLength(1000)
  expect(waiting.filter(({ answer }) => answer !== null).length).toBeLessThan(6)

  const office = await postOffice()
  for (let minute = 60; minute < 62; minute += 1) await post(db, office.url, atMinute(minute), { writers, traffic })
  const order = office.received.map(({ to }) => Number(/\d+/.exec(to[0] ?? '')))
  expect(order.toSorted((a, b) => a - b)).toEqual(crowd)
  // Some are on their way side by side, and now and then one waits while its connection is opened anew.
  expect(Math.max(...order.map((number, place) => Math.abs(number - place)))).toBeLessThan(250)
})

async function queue(db: Database, recipient: string) {
  await db.transact((tx) => queueLetter(tx, { kind: 'plain', recipient, locale: 'lv' }, now), { touches: 'nothing' })
}

async function onlyLetter(db: Database) {
  const [letter] = await db.select().from(letters)
  return letter ?? expect.unreachable()
}

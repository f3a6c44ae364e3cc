import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { freshDatabase } from '../database.ts'
import { now, world } from '../world.ts'
import { plainWriters, post, postOffice } from './post-office.ts'

const writers = { writers: plainWriters }

test('a letter the server cannot take now is tried again later and later, then arrives once', async () => {
  const db = await freshDatabase()
  const office = await postOffice((n) => (n <= 5 ? { code: 451, at: 'RCPT' } : 'take'))
  await queue(db, 'noor@example.org')
  let moment = now
  for (const minutes of [1, 5, 15, 30, 60]) {
    await post(db, office.url, moment, writers)
    const letter = await onlyLetter(db)
    expect(letter).toMatchObject({ sentAt: null, endedAt: null, claimedUntil: null })
    expect(letter.answer).toMatch(/^451 /)
    const pause = letter.dueAt.since(moment).total('minutes')
    expect(pause).toBeGreaterThanOrEqual(minutes * 0.8)
    expect(pause).toBeLessThanOrEqual(minutes * 1.2)
    await post(db, office.url, letter.dueAt.subtract({ milliseconds: 1 }), writers)
    expect((await onlyLetter(db)).attempts).toBe(letter.attempts)
    moment = letter.dueAt
  }
  await post(db, office.url, moment, writers)
  expect(await onlyLetter(db)).toMatchObject({ sentAt: moment, attempts: 1 })
  expect(office.received.map(({ to }) => to)).toEqual([['noor@example.org']])
})

test.each([
  ['an address that does not exist', { code: 550, at: 'RCPT' }],
  ['a content that is refused', { code: 554, at: 'DATA' }],
] as const)('%s ends the letter, and what the server said is kept', async (_, treatment) => {
  const db = await freshDatabase()
  const office = await postOffice(() => treatment)
  await queue(db, 'noor@example.org')
  await post(db, office.url, now, writers)
  expect(await onlyLetter(db)).toMatchObject({
    sentAt: null,
    endedAt: now,
    ending: 'failed',
    answer: `${treatment.code} Not today`,
  })
  await post(db, office.url, now.add({ hours: 1 }), writers)
  expect(office.tried()).toBe(1)
})

test('with no server there, a letter waits, and registering is not disturbed', async () => {
  const { db, project, kickoff, pupils } = await world()
  const gone = await postOffice()
  await gone.close()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, gone.url, now)
  const letter = await onlyLetter(db)
  expect(letter).toMatchObject({ sentAt: null, endedAt: null, attempts: 0 })
  expect(letter.answer).toMatch(/ECONNREFUSED/)

  const office = await postOffice()
  await post(db, office.url, letter.dueAt)
  expect(office.received).toHaveLength(1)
})

test('a wrong password holds letters up but ends none', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  await queue(db, 'noor@example.org')
  await post(db, office.url.replace('//', '//user:wrong@'), now, writers)
  expect(await onlyLetter(db)).toMatchObject({ sentAt: null, endedAt: null })
})

test.each(['hang up in the middle', 'hang up after the end'] as const)(
  'after a %s the same letter goes again, under the same Message-ID',
  async (treatment) => {
    const db = await freshDatabase()
    const office = await postOffice((n) => (n === 1 ? treatment : 'take'))
    await queue(db, 'noor@example.org')
    await post(db, office.url, now, writers)
    const letter = await onlyLetter(db)
    expect(letter).toMatchObject({ sentAt: null, endedAt: null, attempts: 1 })
    await post(db, office.url, letter.dueAt, writers)
    expect(office.received.map(({ mail }) => mail.messageId)).toEqual([`<${letter.id}@kopa.example.org>`])
    expect(office.tried()).toBe(2)
  },
)

test('two workers at once post every letter once', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  for (let i = 0; i < 120; i += 1) await queue(db, `person-${i}@example.org`)
  await Promise.all([post(db, office.url, now, writers), post(db, office.url, now, writers)])
  expect(office.received).toHaveLength(120)
  expect(new Set(office.received.map(({ to }) => to[0])).size).toBe(120)
})

test('one letter that fails holds no other up', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  await db.transact((tx) => queueLetter(tx, { kind: 'unheard-of', recipient: 'a@example.org', locale: 'lv' }, now), {
    touches: 'nothing',
  })
  await queue(db, 'b@example.org')
  await post(db, office.url, now, writers)
  expect(office.received.map(({ to }) => to)).toEqual([['b@example.org']])
})

test.each([
  ['three days', { hours: 24 * 10 }, { hours: -7 * 24 }],
  ['the start of the meeting', { minutes: 30 }, { hours: 0 }],
])('after %s nobody tries any more', async (_, ahead, until) => {
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice(() => ({ code: 421, at: 'RCPT' }))
  const last = kickoff.startsAt.add(until)
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, kickoff.startsAt.subtract(ahead))
  await post(db, office.url, last.subtract({ minutes: 2 }))
  expect(await onlyLetter(db)).toMatchObject({ endedAt: null })
  await post(db, office.url, last)
  expect(await onlyLetter(db)).toMatchObject({ endedAt: last, ending: 'failed', answer: '421 Not today' })
})

test('letters claimed by a process that died go out all the same, each once', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  await queue(db, 'noor@example.org')
  await db.transact((tx) => tx.update(letters).set({ claimedUntil: now.add({ minutes: 10 }), attempts: 1 }), {
    touches: 'nothing',
  })
  if (db.engine === 'postgres') await post(db, office.url, now, writers)
  expect(office.received).toHaveLength(0)
  await post(db, office.url, now.add({ minutes: 11 }), writers)
  expect(office.received).toHaveLength(1)
})

test('when told to stop, the rest of the letters is given back untried', async () => {
  const db = await freshDatabase()
  const stopping = new AbortController()
  const office = await postOffice((n) => {
    if (n === 3) stopping.abort()
    return 'take'
  })
  for (let i = 0; i < 40; i += 1) await queue(db, `person-${i}@example.org`)
  await post(db, office.url, now, { ...writers, stop: stopping.signal })
  const rows = await db.select().from(letters)
  expect(rows.filter((row) => row.sentAt)).toHaveLength(office.received.length)
  expect(office.received.length).toBeLessThan(15)
  expect(rows.filter((row) => !row.sentAt && (row.attempts > 0 || row.claimedUntil))).toEqual([])
})

async function queue(db: Database, recipient: string) {
  await db.transact((tx) => queueLetter(tx, { kind: 'plain', recipient, locale: 'lv' }, now), { touches: 'nothing' })
}

async function onlyLetter(db: Database) {
  const [letter] = await db.select().from(letters)
  return letter ?? expect.unreachable()
}

import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { deliveries, letters, suppressed } from '../../db/schema.ts'
import { forgetOldLetters } from '../../server/mail/forget.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { isSuppressed, suppress, unsuppress } from '../../server/mail/suppressed.ts'
import { freshDatabase } from '../database.ts'
import { now } from '../world.ts'
import { plainWriters, post, postOffice, type Treatment } from './post-office.ts'

const plain = plainWriters.plain ?? expect.unreachable()
const writers = { plain, 'sign-in': plain }

test.each([
  ['550 5.1.1 <noor@example.org>: no such user here', true],
  ['550 User unknown', true],
  ['550 5.7.1 We do not like what you write', false],
  ['552 5.2.2 The mailbox is full', false],
  ['550 5.1.8 Your own address does not exist', false],
  ['450 5.1.1 Come back later', false],
])('after %j at the recipient, what is written to the address later is not tried: %s', async (answer, isNobody) => {
  const db = await freshDatabase()
  const code = Number(answer.slice(0, 3))
  const office = await postOffice((n): Treatment => (n === 1 ? { code, at: 'RCPT', says: answer.slice(4) } : 'take'))
  await queue(db, 'plain')
  await post(db, office.url, now, { writers })
  await queue(db, 'plain', 'Noor@Example.org')
  await post(db, office.url, now.add({ seconds: 1 }), { writers })
  expect([office.tried(), await isSuppressed(db, 'NOOR@example.org', now)]).toEqual([isNobody ? 1 : 2, isNobody])
  if (!isNobody) return
  expect(JSON.stringify(await db.select().from(suppressed))).not.toContain('example.org')
  const steps = (await db.select().from(deliveries)).map((step) => [step.outcome, step.answer?.split(' ')[0]])
  expect(steps.sort()).toEqual([
    ['refused', '550'],
    ['refused', 'suppressed'],
  ])
  const rows = await db.select().from(letters)
  expect(rows.map(({ ending, sentAt, attempts }) => [ending, sentAt, attempts])).toEqual([
    ['failed', null, 0],
    ['failed', null, 0],
  ])
})

test('a link to sign in goes even so; all goes again once the address works again, or half a year later', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  const bounced = { reason: 'bounced' as const, answer: 'noor@example.org is nobody' }
  await db.transact((tx) => suppress(tx, 'noor@example.org', bounced, now), { touches: 'nothing' })
  await queue(db, 'sign-in')
  await post(db, office.url, now, { writers })
  expect(office.received).toHaveLength(1)
  await db.transact((tx) => unsuppress(tx, 'Noor@example.org'), { touches: 'nothing' })
  expect(await isSuppressed(db, 'noor@example.org', now)).toBe(false)
  await db.transact((tx) => suppress(tx, 'noor@example.org', bounced, now), { touches: 'nothing' })
  const later = now.add({ hours: 24 * 180 + 1 })
  expect(await isSuppressed(db, 'noor@example.org', later)).toBe(false)
  await forgetOldLetters(db, later)
  expect(await db.select().from(suppressed)).toEqual([])
})

async function queue(db: Database, kind: string, recipient = 'noor@example.org') {
  await db.transact((tx) => queueLetter(tx, { kind, recipient, locale: 'lv' }, now), { touches: 'nothing' })
}

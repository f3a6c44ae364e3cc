import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { newTraffic } from '../../server/mail/traffic.ts'
import { freshDatabase } from '../database.ts'
import { now } from '../world.ts'
import { plainWriters, post, postOffice } from './post-office.ts'

const noor = 'noor@example.org'

test('a letter whose reader is forgotten while it is on its way stops no other', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  await queueTo(db, noor)
  for (let i = 0; i < 20; i += 1) await queueTo(db, `guest${i}@d${i}.example.org`)
  const plain = plainWriters.plain ?? expect.unreachable()
  const forgetful: typeof plain = async (reads, letter, house) => {
    if (letter.recipient === noor) await forget(db, noor)
    return await plain(reads, letter, house)
  }
  await post(db, office.url, now, { writers: { plain: forgetful } })
  expect(office.received).toHaveLength(21)
  const rows = await db.select().from(letters)
  expect(rows.filter(({ sentAt, claimedUntil }) => !sentAt || claimedUntil)).toEqual([])
})

test('a letter that is deleted while others go before it never goes', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  for (let i = 0; i < 12; i += 1) await queueTo(db, `guest${i}@example.org`)
  const last = 'guest11@example.org'
  const plain = plainWriters.plain ?? expect.unreachable()
  const forgetful: typeof plain = async (reads, letter, house) => {
    if (letter.recipient === 'guest0@example.org') await forget(db, last)
    return await plain(reads, letter, house)
  }
  await post(db, office.url, now, { writers: { plain: forgetful } })
  expect(office.received.flatMap(({ to }) => to)).not.toContain(last)
  expect(office.received).toHaveLength(11)
})

test('letters to a domain go on once the database, lost for a moment, answers again', async () => {
  const db = await freshDatabase()
  const office = await postOffice()
  const traffic = newTraffic()
  for (let i = 0; i < 6; i += 1) await queueTo(db, `guest${i}@example.org`)
  await expect(post(lostAfterClaiming(db), office.url, now, { writers: plainWriters, traffic })).rejects.toThrow('lost')
  const later = now.add({ minutes: 15 })
  await post(db, office.url, later, { writers: plainWriters, traffic })
  expect(office.received).toHaveLength(6)
})

/** From its second reading on, which asks of a claimed letter whether it may still go, it answers nothing. */
function lostAfterClaiming(db: Database): Database {
  let asked = 0
  const lost = () => {
    throw new Error('lost')
  }
  const isThere = () => asked++ < 1
  return Object.create(db, {
    select: { get: () => (isThere() ? db.select.bind(db) : lost) },
    transact: { get: () => (asked < 2 ? db.transact.bind(db) : lost) },
  })
}

async function queueTo(db: Database, recipient: string) {
  const queuedAt = now.add({ milliseconds: queued++ })
  const letter = { kind: 'plain', recipient, locale: 'lv' as const, queuedAt }
  await db.transact((tx) => queueLetter(tx, letter, now), { touches: 'nothing' })
}

let queued = 0

async function forget(db: Database, recipient: string) {
  await db.transact(async (tx) => void (await tx.delete(letters).where(eq(letters.recipient, recipient))), {
    touches: 'nothing',
  })
}

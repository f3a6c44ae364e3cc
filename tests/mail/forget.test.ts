import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { forgetOldLetters } from '../../server/mail/forget.ts'
import { letterCounts, oldestUnsent } from '../../server/mail/queries.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { freshDatabase } from '../database.ts'
import { now } from '../world.ts'
import { plainWriters, post, postOffice } from './post-office.ts'

test('the secret of a letter is forgotten a week after it went, and the letter itself after thirty days', async () => {
  const db = await freshDatabase()
  const office = await postOffice((n) => (n === 1 ? 'take' : { code: 550, at: 'RCPT' }))
  for (const recipient of ['sent@example.org', 'refused@example.org']) {
    const letter = {
      kind: 'plain',
      recipient,
      locale: 'lv' as const,
      token: recipient.startsWith('sent') ? 'secret' : null,
      facts: { subject: 'Hi' },
    }
    await db.transact((tx) => queueLetter(tx, letter, now), { touches: 'nothing' })
    await post(db, office.url, now, { writers: plainWriters })
  }
  const unsent = {
    kind: 'plain',
    recipient: 'c@example.org',
    locale: 'lv' as const,
    token: 'kept',
    facts: { subject: 'Hi' },
  }
  await db.transact((tx) => queueLetter(tx, unsent, now.add({ hours: 1 })), { touches: 'nothing' })
  expect(await letterCounts(db)).toEqual([
    { state: 'waiting', letters: 1 },
    { state: 'held', letters: 0 },
    { state: 'sent', letters: 1 },
    { state: 'failed', letters: 1 },
    { state: 'overtaken', letters: 0 },
    { state: 'dropped', letters: 0 },
  ])
  expect(await oldestUnsent(db)).toEqual(now.add({ hours: 1 }))

  await forgetOldLetters(db, now.add({ hours: 7 * 24 }))
  expect(await secrets()).toEqual([
    [null, 'Hi'],
    ['kept', 'Hi'],
    ['secret', 'Hi'],
  ])
  await forgetOldLetters(db, now.add({ hours: 7 * 24 + 1 }))
  expect(await secrets()).toEqual([
    [null, undefined],
    [null, undefined],
    ['kept', 'Hi'],
  ])
  await forgetOldLetters(db, now.add({ hours: 30 * 24 + 1 }))
  expect(await secrets()).toEqual([['kept', 'Hi']])

  async function secrets() {
    const rows = await db.select({ token: letters.token, facts: letters.facts }).from(letters)
    return rows.map(({ token, facts }) => [token, facts.subject]).sort()
  }
})

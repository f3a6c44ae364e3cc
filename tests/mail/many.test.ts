import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { claimLetters } from '../../server/mail/claim.ts'
import { dueLetters, isAnyDue } from '../../server/mail/due.ts'
import { lateIn } from '../../server/mail/late.ts'
import { queueLetters } from '../../server/mail/queue.ts'
import { onPostgres } from '../database.ts'
import { plansOf, statementsOf } from '../statements.ts'
import { now, world } from '../world.ts'

// PostgreSQL gives a statement up after ten seconds: nothing went at all while so many waited.
test('with twenty thousand letters due, the next ones are found in time', { timeout: 120_000 }, async () => {
  const { db, project, kickoff } = await world()
  const to = (i: number) => ({ recipient: `guest${i}@example.org`, locale: 'en' as const })
  for (let i = 0; i < 20_000; i += 500) {
    const about = { kind: 'message', projectId: project.id, meetingId: kickoff.id }
    const some = Array.from({ length: 500 }, (_, k) => ({ ...about, ...to(i + k) }))
    await db.transact((tx) => queueLetters(tx, some, now), { touches: 'nothing' })
  }
  const claimed = await claimLetters(db, now)
  expect(claimed).toHaveLength(100)
  expect((await db.select().from(letters)).filter(({ claimedUntil }) => claimedUntil)).toHaveLength(100)
})

test.skipIf(onPostgres)('however many are due, the next are read in their order, and no others', async () => {
  const { db } = await world()
  const asked = await statementsOf(async () => {
    await dueLetters(db, now, {}, 100)
    await isAnyDue(db, now, { urgency: 0 })
  })
  expect(asked).toHaveLength(2)
  for (const steps of plansOf(db, asked)) {
    expect(steps[0]).toBe('SEARCH letters USING INDEX letters_next')
    expect(steps).not.toContain('USE TEMP B-TREE FOR ORDER BY')
  }
})

test.skipIf(onPostgres)('whether any is due, or late, is looked for only among those that still wait', async () => {
  const { db, project } = await world()
  const asked = await statementsOf(async () => {
    await isAnyDue(db, now, {})
    await lateIn(db, project, now)
  })
  expect(plansOf(db, asked).map(([first]) => first)).toEqual([
    'SEARCH letters USING INDEX letters_due',
    'SEARCH letters USING INDEX letters_next',
  ])
})

import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { recordOutcome } from '../../server/mail/outcome.ts'
import { queueLetters } from '../../server/mail/queue.ts'
import { newTraffic } from '../../server/mail/traffic.ts'
import { waitingLetters } from '../../server/mail/waiting.ts'
import { noor } from '../cast.ts'
import { openForTest } from '../database.ts'
import { proxyTo } from '../proxy.ts'
import { now, world } from '../world.ts'

test('a letter whose turn comes while it is asked what is due goes at once, not in the next round', async () => {
  const { db, kickoff } = await world()
  const letter = { kind: 'plain', recipient: noor.email, locale: 'lv', meetingId: kickoff.id } as const
  for (const moment of [now.subtract({ seconds: 2 }), now.subtract({ seconds: 1 })])
    await db.transact((tx) => queueLetters(tx, [letter], moment), { touches: 'nothing' })
  const [first = expect.unreachable(), second = expect.unreachable()] = await db
    .select()
    .from(letters)
    .orderBy(letters.queuedAt)

  const proxy = await proxyTo(db.url)
  let clock = now
  const waiting = waitingLetters(await openForTest(proxy.url), { now: () => clock, traffic: newTraffic() })
  expect((await waiting.next())?.id).toBe(first.id)
  clock = now.add({ seconds: 1 })
  const answer = proxy.holdAnswerTo(`${clock.epochMilliseconds}`)
  const other = waiting.next()
  const letGo = await answer
  await recordOutcome(db, first, { is: 'sent', answer: '250 OK' }, clock)
  waiting.landed()
  const own = waiting.next()
  letGo()
  expect([(await other)?.id, await own]).toEqual([second.id, undefined])
})

import { expect, test } from 'vitest'
import { shift } from '../mail/edit.ts'
import { objectsIn } from './heard.ts'
import { expectPages } from './pages.ts'
import { address, at, stage } from './stage.ts'
import { expectTruth, truthFor } from './truth.ts'

const instant = Temporal.Instant.from

/** From ten in the evening for seven hours, in Riga; a story of an hour begins when half of the odd hour is over. */
const nights = [
  {
    night: 'the night that loses an hour',
    evening: ['2027-03-27T20:00:00Z', '2027-03-28T03:00:00Z'],
    story: ['2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
    said: ['22:00 – Sunday, 28 March 2027, 06:00', 'Sunday, 28 March 2027, 02:30–04:30'],
  },
  {
    night: 'the night that has an hour twice',
    evening: ['2027-10-30T19:00:00Z', '2027-10-31T02:00:00Z'],
    story: ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
    said: ['22:00 – Sunday, 31 October 2027, 04:00', 'Sunday, 31 October 2027, 03:30–03:30'],
  },
] as const

test.each(nights)('in $night letters, feeds and files have the same moments, and say the clock’s', async (one) => {
  const [startsAt, endsAt] = [instant(one.evening[0]), instant(one.evening[1])]
  const here = await stage({ startsAt, endsAt })
  const gapMinutes = startsAt.until(instant(one.story[0])).total('minutes')
  await here.change(here.bats, { gapMinutes, minutes: 60 }, at(1))
  await here.release(at(1))
  await here.posted(at(15))
  const texts = (who: string) =>
    here.office.received.filter(({ to }) => to[0] === address(who)).map(({ mail }) => mail.text)
  expect(texts('guest')[0]).toContain(one.said[0])
  expect(texts('speaker').at(-1)).toContain(one.said[1])
  const speaker = await truthFor(here, address('speaker'))
  expect(speaker[here.bats.id]).toMatchObject({ startsAt: one.story[0], endsAt: one.story[1] })
  await expectTruth(here)
  await expectPages(here)
  await shift(here, 1, at(20))
  await here.posted(at(35))
  const moved = here.office.received.flatMap(objectsIn).filter(({ uid }) => uid === here.kickoff.id)
  expect(moved.at(-1)).toMatchObject({ startsAt: startsAt.add({ hours: 1 }).toString() })
  await expectTruth(here)
  await expectPages(here)
})

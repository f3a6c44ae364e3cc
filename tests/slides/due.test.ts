import { expect, test } from 'vitest'
import { slidesDue, slidesReminderDue } from '../../server/slides/due.ts'
import { say } from '../../views/say.ts'
import { slidesAsked } from '../../views/slides/asked.ts'

const zone = 'Europe/Riga'
const meeting = { zone, startsAt: Temporal.Instant.from('2026-12-12T15:00:00Z') }

test('slides are due in the evening two days before, and asked for again a day earlier', () => {
  expect(String(slidesDue(meeting))).toBe('2026-12-10T18:00:00Z')
  expect(String(slidesReminderDue(meeting))).toBe('2026-12-09T18:00:00Z')
})

test('the evening is the place’s own, also when its clocks change in between', () => {
  const afterTheChange = { zone, startsAt: Temporal.Instant.from('2026-10-26T08:00:00Z') }
  expect(String(slidesDue(afterTheChange))).toBe('2026-10-24T17:00:00Z')
  const justPastMidnight = { zone, startsAt: Temporal.Instant.from('2026-12-11T22:30:00Z') }
  expect(String(slidesDue(justPastMidnight))).toBe('2026-12-10T18:00:00Z')
})

test('the sentence names the day, and once it is over asks for them soon', () => {
  const due = slidesDue(meeting)
  expect(slidesAsked(say('en'), meeting, due, due)).toBe('Please send us your slides by 10 December 2026.')
  expect(slidesAsked(say('en'), meeting, due, due.add({ hours: 1 }))).toBe(
    'Please send us your slides as soon as you can.',
  )
})

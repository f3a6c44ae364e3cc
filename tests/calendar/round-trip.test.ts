import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine, paragraphs } from '../../server/calendar/clean.ts'
import { calendarFile } from '../../server/calendar/ics.ts'
import { entryOf } from './entries.ts'
import { parsers } from './parsers.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('\\', ',', ';', ':', '"', '^', '\n', '\r', '\t', ' ', 'n', 'N', 'ā', 'щ', '🙂'),
    maxLength: 120,
  }),
)

test.each(Object.entries(parsers))('%s gets back any title, place and text', (_name, read) => {
  fc.assert(
    fc.property(text, text, text, (title, place, description) => {
      const [reading] = read(calendarFile([entryOf({ title, place, text: description })]))
      expect(reading?.summary).toBe(oneLine(title))
      expect(reading?.location ?? '').toBe(oneLine(place))
      expect(reading?.description ?? '').toBe(paragraphs(description))
    }),
    { numRuns: 500 },
  )
})

test.each(Object.entries(parsers))('%s gets back any time in any zone', (_name, read) => {
  const zones = fc.constantFrom(
    'Europe/Riga',
    'Europe/Kyiv',
    'Asia/Kolkata',
    'America/New_York',
    'UTC',
    'Australia/Lord_Howe',
  )
  const seconds = fc.integer({ min: Date.UTC(2010) / 1000, max: Date.UTC(2045) / 1000 })
  fc.assert(
    fc.property(zones, seconds, fc.integer({ min: 1, max: 400_000 }), (zone, from, length) => {
      const startsAt = Temporal.Instant.fromEpochMilliseconds(from * 1000)
      const endsAt = startsAt.add({ seconds: length })
      const [reading] = read(calendarFile([entryOf({ startsAt, endsAt, zone })]))
      expect(reading).toMatchObject({ startsAt: startsAt.toString(), endsAt: endsAt.toString() })
    }),
    { numRuns: 500 },
  )
})

test('cleaning takes nothing that can be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const visible = (words: string) => words.replace(/[\s\p{Control}\p{Surrogate}]/gu, '')
      expect(visible(oneLine(typed))).toBe(visible(typed))
      expect(oneLine(oneLine(typed))).toBe(oneLine(typed))
    }),
  )
})

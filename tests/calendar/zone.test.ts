import { execFileSync } from 'node:child_process'
import { tzlib_get_timezones } from 'timezones-ical-library'
import { expect, test } from 'vitest'
import { calendarFile } from '../../server/calendar/ics.ts'
import { tzidOf, vtimezone } from '../../server/calendar/zone.ts'
import { entryOf } from './entries.ts'
import { parsers } from './parsers.ts'

const at = Temporal.Instant.from

test('the machine may stand anywhere: the file, its reading and its links are the same', () => {
  const inRiga = printedIn('Europe/Riga')
  expect(printedIn('America/New_York')).toBe(inRiga)
  expect(printedIn('Asia/Kolkata')).toBe(inRiga)
  expect(inRiga).toContain('DTSTART;TZID=Europe/Riga:20261212T170000')
  expect(inRiga).toContain('DTSTART;TZID=America/New_York:20261212T100000')
})

test('every zone named is defined once, under the same name', () => {
  const file = calendarFile([entryOf(), entryOf({ zone: 'Europe/Kiev' }), entryOf({ zone: 'Asia/Kolkata' }), entryOf()])
  const named = new Set(matches(file, /^DT(?:START|END);TZID=([^:]+):/gm))
  expect(matches(file, /^TZID:(.+)\r$/gm)).toEqual([...named])
  expect([...named]).toEqual(['Europe/Riga', 'Europe/Kyiv', 'Asia/Kolkata'])
})

test('a meeting in UTC, or in a zone nobody defines, is written in UTC', () => {
  expect(tzidOf(entryOf({ zone: 'UTC' }))).toBeNull()
  expect(calendarFile([entryOf({ zone: 'UTC' })])).toContain('DTSTART:20261212T150000Z\r\n')
})

test.each([
  ['days before a change', '2026-03-25T15:00:00Z', '2026-03-25T16:00:00Z', 'DTSTART;TZID=Europe/Riga:20260325T170000'],
  ['days after it', '2026-03-31T15:00:00Z', '2026-03-31T16:00:00Z', 'DTSTART;TZID=Europe/Riga:20260331T180000'],
  ['over a week that has it', '2026-03-25T15:00:00Z', '2026-04-01T15:00:00Z', 'DTEND;TZID=Europe/Riga:20260401T180000'],
  ['before the gap in spring', '2026-03-29T00:30:00Z', '2026-03-29T00:59:00Z', 'DTSTART:20260329T003000Z'],
  ['across the gap in spring', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', 'DTEND:20260329T013000Z'],
  ['in the first of the two hours', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z', 'DTSTART:20261025T003000Z'],
  ['in the second of the two hours', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z', 'DTSTART:20261025T013000Z'],
  ['ending in the hour that comes twice', '2026-10-24T22:00:00Z', '2026-10-25T01:00:00Z', 'DTEND:20261025T010000Z'],
])('%s, a time keeps its instant', (_where, startsAt, endsAt, line) => {
  const file = calendarFile([entryOf({ startsAt: at(startsAt), endsAt: at(endsAt) })])
  expect(file).toContain(`${line}\r\n`)
  for (const read of Object.values(parsers)) expect(read(file)).toMatchObject([{ startsAt, endsAt }])
})

test('a year with other rules than today is written in UTC, since the definition has only these', () => {
  const longAgo = entryOf({
    zone: 'America/Sao_Paulo',
    startsAt: at('2015-12-01T15:00:00Z'),
    endsAt: at('2015-12-01T16:00:00Z'),
  })
  expect(calendarFile([longAgo])).toContain('DTSTART:20151201T150000Z\r\n')
  expect(tzidOf(entryOf({ zone: 'America/Sao_Paulo' }))).toBe('America/Sao_Paulo')
})

test('the definition is a whole component with yearly rules', () => {
  const lines = vtimezone('Europe/Riga')?.split('\r\n') ?? []
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VTIMEZONE', 'END:VTIMEZONE'])
  expect(lines.filter((line) => line.startsWith('RRULE'))).toHaveLength(2)
  expect(lines.some((line) => line.startsWith('RDATE'))).toBe(false)
})

test('no definition changes its clocks twice in a month', () => {
  const zones = tzlib_get_timezones()
  for (const zone of zones) {
    const months = matches(vtimezone(zone) ?? '', /^RRULE:.*BYMONTH=(\d+)/gm)
    expect(new Set(months).size, zone).toBe(months.length)
  }
  expect(zones.length).toBeGreaterThan(400)
})

function printedIn(zone: string): string {
  const script = new URL('print-file.ts', import.meta.url).pathname
  return execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
}

function matches(file: string, pattern: RegExp): string[] {
  return [...file.matchAll(pattern)].map((match) => match[1] ?? '')
}

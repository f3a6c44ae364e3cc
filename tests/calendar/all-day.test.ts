import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'
import { expect, test } from 'vitest'
import { meetingEntry, slotEntry } from '../../server/calendar/entry.ts'
import { calendarFile, invitation } from '../../server/calendar/ics.ts'
import { calendarLinks } from '../../server/calendar/links.ts'
import { datesText } from '../../views/dates.ts'
import { invitedEntry, meetingOf, projectOf, publicUrl, slotOf } from './entries.ts'

/** From midnight to midnight, where it is. */
function open(first: string, last: string, zone = 'Europe/Riga') {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant()
  const [from, until] = [first, last].map((date) => Temporal.PlainDate.from(date))
  if (!from || !until) return expect.unreachable()
  return { startsAt: midnight(from), endsAt: midnight(until.add({ days: 1 })), zone }
}

function exhibition(...dates: Parameters<typeof open>) {
  return meetingOf({ ...open(...dates), allDay: true })
}

const entryOf = (meeting: ReturnType<typeof exhibition>) => meetingEntry(projectOf(), meeting, 'en', publicUrl)

/** First day and the day after the last, as two parsers of different descent read them; both see dates without hours. */
const readings: Record<string, (file: string) => (string | undefined)[]> = {
  'ical.js': (file) => {
    const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
    const dates = ['dtstart', 'dtend'].map((name) => event?.getFirstPropertyValue(name) as ICAL.Time)
    return [
      ...dates.map((date) => (date.isDate ? date.toString() : 'with hours')),
      String(event?.getFirstPropertyValue('transp')),
    ]
  },
  'ts-ics': (file) => {
    const [event] = convertIcsCalendar(undefined, file).events ?? []
    const dates = [event?.start, event?.end].map((at) =>
      at?.type === 'DATE' ? at.date.toISOString().slice(0, 10) : 'with hours',
    )
    return [...dates, event?.timeTransparent]
  },
}

const spans: [string, Parameters<typeof open>, string, string][] = [
  ['three days', ['2026-12-12', '2026-12-14'], '2026-12-12', '2026-12-15'],
  ['one day', ['2026-12-12', '2026-12-12'], '2026-12-12', '2026-12-13'],
  ['the night that is an hour short', ['2027-03-26', '2027-03-29'], '2027-03-26', '2027-03-30'],
  ['the night that is an hour long', ['2026-10-24', '2026-10-25'], '2026-10-24', '2026-10-26'],
  ['the short day itself', ['2027-03-28', '2027-03-28'], '2027-03-28', '2027-03-29'],
  ['the change of a year', ['2026-12-30', '2027-01-02'], '2026-12-30', '2027-01-03'],
  ['both changes of clocks', ['2026-10-01', '2027-04-30'], '2026-10-01', '2027-05-01'],
  ['a zone far ahead', ['2026-12-12', '2026-12-14', 'Pacific/Auckland'], '2026-12-12', '2026-12-15'],
  ['a zone far behind', ['2026-12-12', '2026-12-14', 'America/Los_Angeles'], '2026-12-12', '2026-12-15'],
  ['a day without a midnight', ['2027-09-05', '2027-09-05', 'America/Santiago'], '2027-09-05', '2027-09-06'],
]

test.each(spans)(
  'an exhibition over %s is its dates in every calendar, and blocks nobody’s time',
  (_what, dates, start, end) => {
    const entry = entryOf(exhibition(...dates))
    for (const file of [calendarFile([entry]), invitation({ ...invitedEntry(), ...entry }, 'REQUEST')]) {
      for (const read of Object.values(readings)) expect(read(file)).toEqual([start, end, 'TRANSPARENT'])
      expect(file).not.toMatch(/VTIMEZONE|TZID|DT(START|END)[^\r]*T\d/)
    }
    const { google, outlook, office } = calendarLinks(entry)
    expect(new URL(google).searchParams.get('dates')).toBe(`${start}/${end}`.replaceAll('-', ''))
    for (const link of [outlook, office]) {
      const query = Object.fromEntries(new URL(link).searchParams)
      expect(query).toMatchObject({ startdt: start, enddt: end, allday: 'true' })
    }
  },
)

test('what is on its agenda keeps its hours, and blocks them', () => {
  const tour = slotEntry(projectOf(), exhibition('2026-12-12', '2026-12-14'), slotOf(), 'en', publicUrl)
  const file = calendarFile([tour])
  expect(file).toContain('DTSTART;TZID=Europe/Riga:20261212T180000')
  expect(file).not.toContain('TRANSPARENT')
})

test('one called off is cancelled on its dates', () => {
  const file = calendarFile([entryOf({ ...exhibition('2026-12-12', '2026-12-14'), status: 'cancelled' })])
  expect(file).toMatch(/DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261215\r\n[\s\S]*STATUS:CANCELLED/)
})

test.each([
  [
    '2026-12-12',
    '2026-12-14',
    '2026. gada 12.–14. decembrī',
    '12–14 December 2026',
    '12–14 декабря 2026',
    '12–14 грудня 2026',
  ],
  [
    ...(['2026-03-30', '2026-04-02', 'No 2026. gada 30. marta līdz 2. aprīlim'] as const),
    ...(['30 March – 2 April 2026', '30 марта – 2 апреля 2026', '30 березня – 2 квітня 2026'] as const),
  ],
  [
    ...(['2027-04-29', '2027-08-01', 'No 2027. gada 29. aprīļa līdz 1. augustam'] as const),
    ...(['29 April – 1 August 2027', '29 апреля – 1 августа 2027', '29 квітня – 1 серпня 2027'] as const),
  ],
  [
    ...(['2026-12-30', '2027-01-02', 'No 2026. gada 30. decembra līdz 2027. gada 2. janvārim'] as const),
    ...([
      '30 December 2026 – 2 January 2027',
      '30 декабря 2026 – 2 января 2027',
      '30 грудня 2026 – 2 січня 2027',
    ] as const),
  ],
  [
    ...(['2026-12-12', '2026-12-12', 'Sestdien, 2026. gada 12. decembrī'] as const),
    ...(['Saturday, 12 December 2026', 'Суббота, 12 декабря 2026', 'Субота, 12 грудня 2026'] as const),
  ],
])('from %s to %s is said as each language says it', (first, last, ...said) => {
  const span = open(first, last)
  expect((['lv', 'en', 'ru', 'uk'] as const).map((locale) => datesText(span, locale))).toEqual(said)
})

import { expect, test } from 'vitest'
import type { Entry } from '../../server/calendar/entry.ts'
import { calendarFile, invitation } from '../../server/calendar/ics.ts'
import { entryOf, invitedEntry } from './entries.ts'
import { parsers, type Reading } from './parsers.ts'

const told: Reading = {
  method: null,
  uid: '2b1f8c3e-6a41-4c9e-8d8e-0b5a8f6d1c22',
  sequence: 2,
  startsAt: '2026-12-12T15:00:00Z',
  endsAt: '2026-12-12T18:30:00Z',
  stamp: '2026-11-02T10:00:00Z',
  status: 'CONFIRMED',
  transparent: false,
  summary: 'Trīspadsmit stāsti',
  description: 'Jaunieši stāsta.\n\nVairāk: https://kopa.example.org/gen-y-city/stories',
  location: 'Vienības nams, Rīgas iela 22A, Daugavpils',
  url: 'https://kopa.example.org/gen-y-city/stories',
  organizer: null,
  attendee: null,
  attendees: 0,
}

test.each(Object.entries(parsers))('%s reads a file as it was meant', (_name, read) => {
  expect(read(calendarFile([entryOf()]))).toEqual([told])
})

test.each(Object.entries(parsers))(
  '%s reads an invitation: one organiser, one guest, no name of theirs',
  (_name, read) => {
    const guest = { partstat: 'ACCEPTED', rsvp: true, address: 'noor@example.com' }
    const organizer = { name: 'Gen-Y City', address: 'kopa@example.org' }
    const invited = { ...told, method: 'REQUEST', organizer, attendee: guest, attendees: 1 }
    expect(read(invitation(invitedEntry(), 'REQUEST'))).toEqual([invited])
    expect(lines(invitation(invitedEntry(), 'REQUEST')).filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:noor@example.com',
    ])
  },
)

test.each(Object.entries(parsers))(
  '%s sees a meeting called off as cancelled, for one guest without a status',
  (_name, read) => {
    const toAll = invitation(invitedEntry({ status: 'CANCELLED', sequence: 3 }), 'CANCEL')
    const toOne = invitation(invitedEntry({ status: null, sequence: 4 }), 'CANCEL')
    expect(read(toAll)).toMatchObject([{ method: 'CANCEL', status: 'CANCELLED', sequence: 3, attendees: 1 }])
    expect(read(toOne)).toMatchObject([{ method: 'CANCEL', status: null, sequence: 4, attendees: 1 }])
  },
)

test('a file without a method names neither organiser nor guest', () => {
  const file = calendarFile([invitedEntry()])
  expect(file).not.toMatch(/ORGANIZER|ATTENDEE|METHOD|@/)
})

test.each<[string, 'REQUEST' | 'CANCEL', Partial<Entry>]>([
  ['a guest', 'REQUEST', { attendee: undefined }],
  ['an organiser', 'CANCEL', { organiser: undefined }],
  ['a title', 'REQUEST', { title: ' \r\n ' }],
  ['a status that can be invited to', 'REQUEST', { status: 'CANCELLED' }],
  ['a status', 'REQUEST', { status: null }],
  ['to be off', 'CANCEL', { status: 'CONFIRMED' }],
  ['an address without a line end', 'REQUEST', { attendee: { email: 'a@b.lv\r\nX:y', partstat: 'ACCEPTED' } }],
  ['an address of one person', 'REQUEST', { attendee: { email: 'a@b.lv,c@d.lv', partstat: 'ACCEPTED' } }],
  ['an end after its start', 'REQUEST', { endsAt: entryOf().startsAt }],
])('without %s, writing an invitation is a bug', (_lack, method, changes) => {
  expect(() => invitation(invitedEntry(changes), method)).toThrow(Error)
})

test('nothing typed by people starts a line of its own', () => {
  const nasty = 'x\r\nATTENDEE:mailto:evil@example.org\rURL:evil\nBEGIN:VALARM\u2028A:b\u0085C:d\u000b\u0000'
  const file = calendarFile(
    [invitedEntry({ title: nasty, text: nasty, place: nasty, url: nasty, categories: [nasty] })],
    { name: nasty, url: nasty, method: 'REQUEST' },
  )
  const plain = calendarFile([invitedEntry()], { name: 'x', url: 'x', method: 'REQUEST' })
  expect(names(file)).toEqual(names(plain))
  expect(file.replaceAll('\r\n', '')).not.toMatch(/\p{Control}|[\u2028\u2029]/u)
})

test('an organiser called by a quotation stays inside the quotes', () => {
  const organiser = { name: 'The "Swing", ^n;X=1:\r\nATTENDEE:x', email: 'kopa@example.org' }
  expect(lines(invitation(invitedEntry({ organiser }), 'REQUEST'))).toContain(
    `ORGANIZER;CN="The 'Swing', n;X=1: ATTENDEE:x":mailto:kopa@example.org`,
  )
})

test('texts are escaped, links percent-encoded', () => {
  const file = calendarFile(
    [
      entryOf({
        title: 'a,b;c\\n',
        text: 'one\r\ntwo',
        url: 'https://kopa.example.org/a?b=1,2;3',
        categories: ['x,y', 'z'],
      }),
    ],
    { name: 'Iekusties, pilsētā; \\', url: 'https://kopa.example.org/a,b' },
  )
  expect(lines(file)).toEqual(
    expect.arrayContaining([
      'SUMMARY:a\\,b\\;c\\\\n',
      'DESCRIPTION:one\\ntwo',
      'URL;VALUE=URI:https://kopa.example.org/a?b=1%2C2%3B3',
      'CATEGORIES:x\\,y,z',
      'X-WR-CALNAME:Iekusties\\, pilsētā\\; \\\\',
      'NAME:Iekusties\\, pilsētā\\; \\\\',
      'URL:https://kopa.example.org/a%2Cb',
    ]),
  )
})

test('lines have at most 75 octets and are never folded inside a letter', () => {
  const title = 'Незалежність 🏳️‍🌈 щастя 👩‍👩‍👧‍👦 дружба '.repeat(12)
  const file = calendarFile([entryOf({ title, text: title, place: `${'x'.repeat(66)}🙂🙂` })])
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
  expect(lines(file)).toContain(`SUMMARY:${title.trim()}`)
})

test('every line ends in CRLF, the last one too, and none is empty', () => {
  const file = calendarFile([entryOf()], { name: 'Gen-Y City', ttlHours: 6 })
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(file).not.toContain('\r\n\r\n')
  expect(file.startsWith('BEGIN:VCALENDAR')).toBe(true)
})

test('the same facts give the same bytes, and no moment of writing is among them', () => {
  const first = calendarFile([entryOf()], { name: 'Gen-Y City' })
  expect(calendarFile([entryOf()], { name: 'Gen-Y City' })).toBe(first)
  const stamps = lines(first).filter((line) => /^(DTSTAMP|CREATED|LAST-MODIFIED)/.test(line))
  expect(stamps.slice(1)).toEqual([
    'DTSTAMP:20261102T100000Z',
    'CREATED:20261001T080000Z',
    'LAST-MODIFIED:20261102T100000Z',
  ])
})

test('a feed says its name and when to ask again; an empty one is still a calendar', () => {
  const file = calendarFile([], { name: 'Gen-Y City', ttlHours: 6 })
  expect(file.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kopa//Kopa//EN',
    'NAME:Gen-Y City',
    'X-WR-CALNAME:Gen-Y City',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'END:VCALENDAR',
    '',
  ])
})

function lines(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n')
}

function names(file: string): string[] {
  return lines(file).map((line) => line.split(/[:;]/)[0] ?? '')
}

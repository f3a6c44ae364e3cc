import { expect, test } from 'vitest'
import { calendarLinks, feedLinks } from '../../server/calendar/links.ts'
import { entryOf } from './entries.ts'

const entry = entryOf({ title: 'Stāsti & idejas + 50%', text: 'Viens, divi;\ntrīs? #4' })

test('Google gets the time in UTC and every text as it is', () => {
  const link = new URL(calendarLinks(entry).google)
  expect(link.origin + link.pathname).toBe('https://calendar.google.com/calendar/render')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Stāsti & idejas + 50%',
    dates: '20261212T150000Z/20261212T183000Z',
    details: 'Viens, divi;\ntrīs? #4',
    location: 'Vienības nams, Rīgas iela 22A, Daugavpils',
  })
})

test.each([
  ['outlook', 'https://outlook.live.com'],
  ['office', 'https://outlook.office.com'],
] as const)('%s gets the time with its Z and no space as a plus sign', (name, host) => {
  const link = new URL(calendarLinks(entry)[name])
  expect(link.origin + link.pathname).toBe(`${host}/calendar/0/deeplink/compose`)
  expect(link.search).not.toMatch(/\+|rru/)
  expect(Object.fromEntries(link.searchParams)).toEqual({
    path: '/calendar/action/compose',
    startdt: '2026-12-12T15:00:00Z',
    enddt: '2026-12-12T18:30:00Z',
    subject: 'Stāsti & idejas + 50%',
    body: 'Viens, divi;\ntrīs? #4',
    location: 'Vienības nams, Rīgas iela 22A, Daugavpils',
  })
})

test('what cannot stand in a link does not break it', () => {
  const { google } = calendarLinks(entryOf({ title: 'a\ud800b\r\nc', place: '' }))
  expect(new URL(google).searchParams.get('text')).toBe('ab c')
  expect(new URL(google).searchParams.has('location')).toBe(false)
})

test('a long text is cut, with the page to read on', () => {
  const { google, outlook } = calendarLinks(entryOf({ text: 'Щастя 🙂 '.repeat(500) }))
  expect(Math.max(google.length, outlook.length)).toBeLessThan(6000)
  expect(new URL(outlook).searchParams.get('body')).toMatch(/…\n\nhttps:\/\/kopa\.example\.org\/gen-y-city\/stories$/)
})

test('a feed is subscribed to by webcal, by Google or by its plain address', () => {
  expect(feedLinks('https://kopa.example.org/gen-y-city/calendar.ics')).toEqual({
    https: 'https://kopa.example.org/gen-y-city/calendar.ics',
    webcal: 'webcal://kopa.example.org/gen-y-city/calendar.ics',
    google: 'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkopa.example.org%2Fgen-y-city%2Fcalendar.ics',
  })
})

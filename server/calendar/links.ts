import { datesOf } from '../../views/when.ts'
import { oneLine, paragraphs } from './clean.ts'
import type { Entry } from './entry.ts'

/** Forms of other calendars, filled in. Such copies are never updated: offer the file and the feed first. */
export function calendarLinks(entry: Entry) {
  return {
    google: google(entry),
    outlook: outlook('https://outlook.live.com', entry),
    office: outlook('https://outlook.office.com', entry),
  }
}

/** Ways to subscribe; `https` is for copying, since not every calendar follows `webcal:`. */
export function feedLinks(url: string) {
  const webcal = url.replace(/^https?:/, 'webcal:')
  return { https: url, webcal, google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}` }
}

function google(entry: Entry): string {
  const { start, end } = edgesOf(entry)
  return address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: oneLine(entry.title),
    dates: `${start}/${end}`.replace(/[-:]/g, ''),
    details: shortened(entry),
    location: oneLine(entry.place),
  })
}

/** Without the usual `rru=addevent`: with it, Outlook shows every space as a plus sign. */
function outlook(host: string, entry: Entry): string {
  const { start, end } = edgesOf(entry)
  return address(`${host}/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    startdt: start,
    enddt: end,
    allday: entry.allDay ? 'true' : '',
    subject: oneLine(entry.title),
    body: shortened(entry),
    location: oneLine(entry.place),
  })
}

/** Dates alone for whole days, in both calendars with the day after the last. */
function edgesOf(entry: Entry): { start: string; end: string } {
  if (!entry.allDay) return { start: utc(entry.startsAt), end: utc(entry.endsAt) }
  const { first, last } = datesOf(entry)
  return { start: first.toString(), end: last.add({ days: 1 }).toString() }
}

/** "2026-07-01T15:00:00Z"; without the Z it would be the reader's local time. */
function utc(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}

/** Addresses beyond some 8,000 characters are refused, and a Cyrillic letter takes six. */
function shortened({ text, url }: Entry): string {
  const signs = [...paragraphs(text)]
  return signs.length > 800 ? `${signs.slice(0, 600).join('').trimEnd()}…\n\n${url}` : signs.join('')
}

/** Not URLSearchParams: it writes spaces as `+`, which Outlook shows. */
function address(base: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '')
  return `${base}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

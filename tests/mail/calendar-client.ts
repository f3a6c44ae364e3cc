import { expect } from 'vitest'
import { parsers, type Reading } from '../calendar/parsers.ts'

/** What a person sees of one entry. */
export type Shown = Pick<Reading, 'startsAt' | 'endsAt' | 'summary' | 'location' | 'status'>

/**
 * The calendar of one person that letters are fed to, as RFC 5546 2.1.5 has it: by UID, the higher SEQUENCE wins, then
 * the later DTSTAMP; REQUEST puts an entry in and CANCEL takes it out. An entry has one ORGANIZER for life, no
 * recurrences, and names nobody but whose calendar it is.
 */
export function calendarClient(address?: string) {
  const known = new Map<string, Reading>()
  let stale = 0

  function receive(content: string): void {
    const [news = expect.unreachable(), ...others] = parsers['ical.js']?.(content) ?? []
    expect([others.length, news.attendees, content.match(/RECURRENCE-ID|RRULE:FREQ=(?!YEARLY)/)]).toEqual([0, 1, null])
    if (address) expect(news.attendee?.address.toLowerCase()).toBe(address.toLowerCase())
    const before = known.get(news.uid)
    if (before) expect(news.organizer?.address).toBe(before.organizer?.address)
    if (before?.sequence === news.sequence) expect(changesOf(news)).toEqual(changesOf(before))
    if (before && isOlder(news, before)) stale += 1
    else known.set(news.uid, news)
  }

  function entries(): Record<string, Shown> {
    const present = [...known.values()].filter(({ method }) => method === 'REQUEST')
    return Object.fromEntries(present.map((one) => [one.uid, shownOf(one)]))
  }

  function sequences(): Record<string, number> {
    return Object.fromEntries([...known.values()].map(({ uid, sequence }) => [uid, sequence]))
  }

  /** `stale`: how often old news came after newer. */
  return { receive, entries, sequences, stale: () => stale }
}

export function shownOf({ startsAt, endsAt, summary, location, status }: Reading): Shown {
  return { startsAt, endsAt, summary, location, status }
}

/** Several calendars take an equal SEQUENCE for old news: what differs must raise it. */
function changesOf(reading: Reading) {
  return reading.method === 'CANCEL' ? 'gone' : shownOf(reading)
}

function isOlder(news: Reading, known: Reading): boolean {
  return news.sequence === known.sequence ? news.stamp < known.stamp : news.sequence < known.sequence
}

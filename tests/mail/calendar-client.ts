import { expect } from 'vitest'
import { parsers, type Reading } from '../calendar/parsers.ts'

/** A calendar that one meeting's letters are fed to: the higher SEQUENCE wins, then the later DTSTAMP (RFC 5546 2.1.5). */
export function calendarClient() {
  let known: Reading | null = null
  let stale = 0

  function receive(content: string): void {
    const [news = expect.unreachable()] = parsers['ical.js']?.(content) ?? []
    if (known && isOlder(news, known)) stale += 1
    else known = news
  }

  /** What the person sees; null when the meeting is not, or no longer, in their calendar. */
  function entry() {
    if (known?.method !== 'REQUEST') return null
    const { startsAt, endsAt, summary, status } = known
    return { startsAt, endsAt, summary, status }
  }

  /** `stale`: how often old news came after newer. */
  return { receive, entry, stale: () => stale }
}

function isOlder(news: Reading, known: Reading): boolean {
  return news.sequence === known.sequence ? news.stamp < known.stamp : news.sequence < known.sequence
}

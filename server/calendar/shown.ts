import type { Meeting } from '../../db/schema.ts'
import { earliest } from '../earliest.ts'
import { later } from '../later.ts'
import type { Entry } from './entry.ts'

/** How long what is over stays in feeds. */
export const afterEnd = { hours: 24 * 90 }
/** Long enough for every subscription to have seen that something is off. */
export const afterCancellation = { hours: 24 * 60 }

/** An entry of a feed, and when it leaves it by itself. */
export type Shown = { entry: Entry; until: Temporal.Instant }

export function shownUntil({ status, cancelledAt, endsAt }: Pick<Meeting, 'status' | 'cancelledAt' | 'endsAt'>) {
  return status === 'cancelled' ? (cancelledAt ?? endsAt).add(afterCancellation) : endsAt.add(afterEnd)
}

/** What is off for somebody, or withdrawn, while its meeting goes on; no longer than the meeting itself. */
export function goneUntil(meeting: Parameters<typeof shownUntil>[0], since: Temporal.Instant): Temporal.Instant {
  const off = since.add(afterCancellation)
  return earliest(off, shownUntil(meeting)) ?? off
}

/** Those whose time is not over, in the order of time, and when the first of them goes. */
export function shownAt(all: readonly Shown[], now: Temporal.Instant) {
  const shown = all.filter(({ until }) => now.epochMilliseconds < until.epochMilliseconds)
  const entries = shown.map(({ entry }) => entry).sort(inTime)
  return { entries, until: earliest(...shown.map(({ until }) => until)) }
}

export function lastChange(entries: readonly Entry[]): Temporal.Instant | undefined {
  const [first, ...others] = entries.map(({ changedAt }) => changedAt)
  return first && others.reduce(later, first)
}

function inTime(a: Entry, b: Entry): number {
  return a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds || (a.uid < b.uid ? -1 : 1)
}

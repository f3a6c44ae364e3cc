import { type Localised, locales } from '../../db/languages.ts'
import type { Meeting } from '../../db/schema.ts'
import type { MeetingDay } from './input.ts'

type Fact = Temporal.Instant | Localised | string | number | boolean | null

const when = ['startsAt', 'endsAt', 'zone', 'allDay', 'status'] as const
const where = ['placeName', 'address', 'accessNotes', 'onlineUrl'] as const
const plans = ['title', ...when, ...where] as const

type Plan = Pick<Meeting, (typeof plans)[number]> & { days: readonly MeetingDay[] }

/** What people must hear of: they may have to come at another time, elsewhere, or by another door. */
export function changesPlans(before: Plan, after: Plan): boolean {
  if (plans.some((name) => !isSame(before[name], after[name]))) return true
  // What is open for whole days is open on all of its dates, whatever hours its agenda has.
  return !after.allDay && !isSameTime(before.days, after.days)
}

const venue = ['title', 'zone', ...where] as const

/** What a slot's entry takes from its meeting, and what that is called. */
export function changesVenue(
  before: Pick<Meeting, (typeof venue)[number]>,
  after: Pick<Meeting, (typeof venue)[number]>,
): boolean {
  return venue.some((name) => !isSame(before[name], after[name]))
}

type Entry = Plan & Pick<Meeting, 'summary'>

/** What a calendar entry says: a change raises SEQUENCE (RFC 5546 2.1.4), or some calendars keep the old entry. */
export function changesCalendars(before: Entry, after: Entry): boolean {
  return changesPlans(before, after) || !isSame(before.summary, after.summary)
}

export function isSameTime(days: readonly MeetingDay[], others: readonly MeetingDay[]): boolean {
  const times = (all: readonly MeetingDay[]) => all.flatMap((day) => [written(day.startsAt), written(day.endsAt)])
  return times(days).join() === times(others).join()
}

/** Whether any of the columns would get another value. */
export function changesAnything(before: Meeting, columns: Record<string, Fact>): boolean {
  const stored: Record<string, unknown> = before
  return Object.entries(columns).some(([name, fact]) => written(stored[name]) !== written(fact))
}

function isSame(one: Fact, other: Fact): boolean {
  return written(one) === written(other)
}

/** As the database would keep it: to the millisecond, languages in a fixed order. */
function written(fact: unknown): string {
  if (fact instanceof Temporal.Instant) return String(fact.epochMilliseconds)
  if (typeof fact !== 'object' || fact === null) return String(fact)
  const texts: Record<string, unknown> = { ...fact }
  return JSON.stringify(locales.map((locale) => texts[locale] ?? ''))
}

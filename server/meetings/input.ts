import type { Localised } from '../../db/languages.ts'
import { Refusal } from '../refusal.ts'
import { windowProblem } from './window.ts'

export type MeetingDay = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** What an organiser says about a meeting. */
export type MeetingInput = {
  slug: string
  title: Localised
  summary: Localised
  description: Localised
  placeName: Localised
  accessNotes: Localised
  address: string
  onlineUrl: string
  zone: string
  days: MeetingDay[]
  /** Open for whole days, all of them from the first to the last; the hours of the days are the agenda's alone. */
  allDay: boolean
  capacity: number
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  offerHours: number
  quietMinutes: number
}

/**
 * The columns that follow from it, and no others; its days are rows of their own (`setDays`). Throws a Refusal when
 * its times make no sense.
 */
export function columnsOf(input: MeetingInput) {
  const { slug, title, summary, description, placeName, accessNotes, address, onlineUrl } = input
  const { zone, allDay, capacity, opensAt, closesAt, offerHours, quietMinutes } = input
  const span = spanOf(input)
  const problem = windowProblem(input, span.endsAt)
  if (problem) throw new Refusal(problem.key)
  return {
    ...{ slug, title, summary, description, placeName, accessNotes, address, onlineUrl },
    ...{ zone, allDay, capacity, opensAt, closesAt, offerHours, quietMinutes },
    ...span,
  }
}

type Days = Pick<MeetingInput, 'days' | 'allDay' | 'zone'>

/**
 * From the first day's start to the last day's end, or between the midnights around them where whole days are open.
 * Throws a Refusal when the days make no sense.
 */
export function spanOf({ days, allDay, zone }: Days): MeetingDay {
  const sorted = inOrder(days)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) throw new Refusal('meeting.needs-day')
  if (!allDay) return { startsAt: first.startsAt, endsAt: last.endsAt }
  return { startsAt: wholeDay(first, zone).startsAt, endsAt: wholeDay(last, zone).endsAt }
}

/** The whole of the date on which it begins: 23 or 25 hours where the clocks change. */
export function wholeDay({ startsAt }: Pick<MeetingDay, 'startsAt'>, zone: string): MeetingDay {
  const date = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const midnight = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).toInstant()
  return { startsAt: midnight(date), endsAt: midnight(date.add({ days: 1 })) }
}

/** The days by their start. Throws a Refusal unless each ends after it starts, and before the next one starts. */
export function inOrder(days: readonly MeetingDay[]): MeetingDay[] {
  const sorted = days.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  if (sorted.some(endsTooEarly)) throw new Refusal('problem.end-before-start')
  if (overlapping(sorted)) throw new Refusal('meeting.days-overlap')
  return sorted
}

/** The first of the sorted days that starts before the one before it is over. */
export function overlapping<Day extends MeetingDay>(sorted: readonly Day[]): Day | undefined {
  return sorted.find((day, i) => {
    const previous = sorted[i - 1]
    return previous && Temporal.Instant.compare(day.startsAt, previous.endsAt) < 0
  })
}

function endsTooEarly({ startsAt, endsAt }: MeetingDay): boolean {
  return Temporal.Instant.compare(endsAt, startsAt) <= 0
}

import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { datesOf } from '../../views/when.ts'
import { escapedLine, oneLine, paragraphs, uri } from './clean.ts'
import type { Entry } from './entry.ts'
import { tzidOf, vtimezone } from './zone.ts'

type Method = 'REQUEST' | 'CANCEL'

type Calendar = {
  /** What a subscribed calendar is called; leave it out of files that people add to one they have. */
  name?: string
  method?: Method
  url?: string
  source?: string
  /** How often a subscription should ask again. */
  ttlHours?: number
}

/** An iCalendar file (RFC 5545): the same entries give the same bytes. Without a method it names nobody. */
export function calendarFile(
  entries: readonly Entry[],
  { name, method, url, source, ttlHours }: Calendar = {},
): string {
  const calendar = ical({
    prodId: { company: 'Kopa', product: 'Kopa' },
    name: name ? escapedLine(name) : null,
    method: method ? ICalCalendarMethod[method] : null,
    url: url ? uri(url) : null,
    source: source ? uri(source) : null,
    ttl: ttlHours ? ttlHours * 3600 : null,
    // With a name here, stamps would be written in local time.
    timezone: { name: null, generator: vtimezone },
    events: entries.map((entry) => ({ ...eventOf(entry), ...(method ? peopleOf(entry, method) : {}) })),
  })
  return `${calendar}\r\n`
}

/** The object of an invitation or its withdrawal (RFC 5546 3.2.2, 3.2.5). An entry that lacks what they need is a bug. */
export function invitation(entry: Entry, method: Method): string {
  const { organiser, attendee, status } = entry
  if (!organiser || !attendee) throw new Error(`${method} needs an organiser and one attendee.`)
  if (!oneLine(entry.title)) throw new Error(`${method} needs a title.`)
  if (method === 'REQUEST' && (status === null || status === 'CANCELLED')) throw new Error(`No REQUEST for ${status}.`)
  if (method === 'CANCEL' && status !== null && status !== 'CANCELLED') throw new Error(`No CANCEL for ${status}.`)
  return calendarFile([entry], { method })
}

function eventOf(entry: Entry): ICalEventData {
  // ical-generator would swap them without a word.
  if (entry.startsAt.epochMilliseconds >= entry.endsAt.epochMilliseconds)
    throw new Error(`${entry.uid} ends before it starts.`)
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: inUtc(entry.changedAt),
    lastModified: inUtc(entry.changedAt),
    created: entry.createdAt ? inUtc(entry.createdAt) : null,
    ...(entry.allDay ? datesIn(entry) : timesIn(entry)),
    summary: oneLine(entry.title),
    description: paragraphs(entry.text) || null,
    location: oneLine(entry.place) || null,
    url: uri(entry.url) || null,
    status: entry.status && ICalEventStatus[entry.status],
    transparency: entry.transparent ? ICalEventTransparency.TRANSPARENT : null,
    categories: entry.categories.map((name) => ({ name: oneLine(name) })),
    alarms: entry.alarmMinutes === undefined || entry.status === 'CANCELLED' ? [] : [alarm(entry.alarmMinutes, entry)],
  }
}

/** What ical-generator writes in UTC it writes three times as fast from a Date; one in a zone would be the machine's. */
function inUtc({ epochMilliseconds }: Temporal.Instant): Date {
  return new Date(epochMilliseconds)
}

function timesIn(entry: Entry): Pick<ICalEventData, 'start' | 'end' | 'timezone'> {
  const timezone = tzidOf(entry)
  if (timezone) return { start: entry.startsAt, end: entry.endsAt, timezone }
  return { start: inUtc(entry.startsAt), end: inUtc(entry.endsAt) }
}

/** The dates of its zone, without one; DTEND is the day after the last (RFC 5545 3.6.1). */
function datesIn(entry: Entry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  const { first, last } = datesOf(entry)
  const midnight = (date: Temporal.PlainDate) => inUtc(date.toZonedDateTime('UTC').toInstant())
  return { start: midnight(first), end: midnight(last.add({ days: 1 })), allDay: true }
}

/** Seconds before the start, so that it moves along; DISPLAY needs words (RFC 5545 3.6.6). */
function alarm(minutes: number, { title }: Entry) {
  return { type: ICalAlarmType.display, trigger: 60 * minutes, description: oneLine(title) }
}

function peopleOf({ organiser, attendee }: Entry, method: Method): Pick<ICalEventData, 'organizer' | 'attendees'> {
  return {
    organizer: organiser ? { name: calledName(organiser), email: mailbox(organiser.email) } : null,
    attendees: attendee ? [{ email: mailbox(attendee.email), ...answerOf(attendee, method) }] : [],
  }
}

function answerOf({ partstat }: NonNullable<Entry['attendee']>, method: Method) {
  const status = partstat === 'ACCEPTED' ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION
  return method === 'REQUEST' ? { status, rsvp: true } : { status }
}

/** Few programs decode the carets of RFC 6868, and some take a backslash for an escape: neither gets that far. */
function calledName({ name, email }: NonNullable<Entry['organiser']>): string {
  return oneLine(name).replace(/"/g, "'").replace(/[\\^]/g, '') || mailbox(email)
}

function mailbox(address: string): string {
  if (!/^[^\s\p{Control}@,;:"<>\\]+@[^\s\p{Control}@,;:"<>\\]+$/u.test(address))
    throw new Error('Not an address to invite.')
  return address
}

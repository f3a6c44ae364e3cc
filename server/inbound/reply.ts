import ICAL from 'ical.js'
import type { Message, Part } from './message.ts'

export type Partstat = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'

/** What somebody's calendar answers (RFC 5546 3.2.3). No ORGANIZER: Exchange leaves it out. */
export type Reply = {
  uid: string
  /** In lower case. */
  attendee: string
  partstat: Partstat
  sequence: number
  /** When it was given, as far as is said: of two answers to the same invitation the later one counts. */
  at: Temporal.Instant | null
  /** Of the entry that is answered, where it is said. */
  startsAt: Temporal.Instant | null
}

/** `other`: an invitation, a counter-proposal or anything else that no guest has to tell us. */
export type CalendarMail = { is: 'reply'; reply: Reply } | { is: 'other' }

const longest = 200_000

/** Null for a message without anything for calendars. */
export function calendarMailIn({ parts }: Message): CalendarMail | null {
  const calendars = parts.filter(isCalendar)
  const replies = calendars.flatMap((part) => replyIn(part) ?? [])
  if (replies[0]) return { is: 'reply', reply: replies[0] }
  return calendars.length > 0 ? { is: 'other' } : null
}

function isCalendar({ type, name }: Part): boolean {
  return type === 'text/calendar' || type === 'application/ics' || name.endsWith('.ics')
}

function replyIn({ text, method }: Part): Reply | null {
  if (text.length > longest) return null
  try {
    return replyOf(new ICAL.Component(ICAL.parse(text)), method)
  } catch {
    // Not a calendar, whatever it says.
    return null
  }
}

function replyOf(calendar: ICAL.Component, said: string): Reply | null {
  const method = String(calendar.getFirstPropertyValue('method') ?? said).toUpperCase()
  const [event, ...more] = calendar.getAllSubcomponents('vevent')
  if (calendar.name !== 'vcalendar' || method !== 'REPLY' || !event || more.length > 0) return null
  const [attendee, ...others] = event.getAllProperties('attendee')
  const partstat = partstats.find((one) => one === String(attendee?.getFirstParameter('partstat')).toUpperCase())
  // Our entries do not repeat: an answer about one date of many is about something else.
  if (!attendee || others.length > 0 || !partstat || event.hasProperty('recurrence-id')) return null
  return {
    uid: String(event.getFirstPropertyValue('uid') ?? '').trim(),
    attendee: mailbox(String(attendee.getFirstValue())),
    partstat,
    sequence: wholeNumber(event.getFirstPropertyValue('sequence')),
    at: instantOf(event.getFirstPropertyValue('dtstamp')),
    startsAt: instantOf(event.getFirstPropertyValue('dtstart')),
  }
}

const partstats = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const

function mailbox(uri: string): string {
  return uri
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
}

/** Absent means 0 (RFC 5545 3.8.7.4). */
function wholeNumber(value: unknown): number {
  const number = Number(value ?? 0)
  return Number.isSafeInteger(number) ? number : 0
}

/** Null where it is not said, or in a zone that nobody described. */
function instantOf(value: unknown): Temporal.Instant | null {
  if (!(value instanceof ICAL.Time) || value.zone === ICAL.Timezone.localTimezone) return null
  const milliseconds = value.toJSDate().getTime()
  return Number.isFinite(milliseconds) ? Temporal.Instant.fromEpochMilliseconds(milliseconds) : null
}

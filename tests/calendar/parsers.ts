import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'

/** What two parsers of different descent make of a file, in the same shape. */
export type Reading = {
  method: string | null
  uid: string
  sequence: number
  startsAt: string
  endsAt: string
  stamp: string
  status: string | null
  transparent: boolean
  summary: string
  description: string | null
  location: string | null
  url: string | null
  organizer: { name: string | null; address: string } | null
  attendee: { partstat: string; rsvp: boolean; address: string } | null
  attendees: number
}

export const parsers: Record<string, (file: string) => Reading[]> = { 'ical.js': byIcalJs, 'ts-ics': byTsIcs }

function byIcalJs(file: string): Reading[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const text = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null
    const instant = (name: string) => instantOf((event.getFirstPropertyValue(name) as ICAL.Time).toJSDate())
    const organizer = event.getFirstProperty('organizer')
    const attendee = event.getFirstProperty('attendee')
    return {
      method: calendar.getFirstPropertyValue('method')?.toString() ?? null,
      uid: text('uid') ?? '',
      sequence: Number(text('sequence')),
      startsAt: instant('dtstart'),
      endsAt: instant('dtend'),
      stamp: instant('dtstamp'),
      status: text('status'),
      transparent: text('transp') === 'TRANSPARENT',
      summary: text('summary') ?? '',
      description: text('description'),
      location: text('location'),
      url: text('url'),
      organizer: organizer && {
        name: organizer.getFirstParameter('cn') ?? null,
        address: mailbox(String(organizer.getFirstValue())),
      },
      attendee: attendee && {
        partstat: attendee.getFirstParameter('partstat'),
        rsvp: attendee.getFirstParameter('rsvp') === 'TRUE',
        address: mailbox(String(attendee.getFirstValue())),
      },
      attendees: event.getAllProperties('attendee').length,
    }
  })
}

function byTsIcs(file: string): Reading[] {
  const calendar = convertIcsCalendar(undefined, file)
  return (calendar.events ?? []).map((event) => {
    const guest = event.attendees?.[0]
    return {
      method: calendar.method ?? null,
      uid: event.uid,
      // It reads a written 0 as absent, which RFC 5545 3.8.7.4 makes the same.
      sequence: event.sequence ?? 0,
      startsAt: instantOf(event.start.date),
      endsAt: instantOf(event.end?.date ?? new Date(Number.NaN)),
      stamp: instantOf(event.stamp.date),
      status: event.status ?? null,
      transparent: event.timeTransparent === 'TRANSPARENT',
      summary: event.summary ?? '',
      description: event.description ?? null,
      location: event.location ?? null,
      url: event.url ?? null,
      organizer: event.organizer ? { name: event.organizer.name ?? null, address: event.organizer.email } : null,
      attendee: guest ? { partstat: guest.partstat ?? '', rsvp: guest.rsvp === true, address: guest.email } : null,
      attendees: event.attendees?.length ?? 0,
    }
  })
}

function instantOf(date: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString()
}

function mailbox(uri: string): string {
  return uri.replace(/^mailto:/i, '')
}

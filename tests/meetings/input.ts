import type { Meeting } from '../../db/schema.ts'
import type { MeetingInput } from '../../server/meetings/input.ts'

export function at(local: string, zone = 'Europe/Riga'): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant()
}

export function day(date: string, from: string, to: string) {
  return { startsAt: at(`${date}T${from}`), endsAt: at(`${date}T${to}`) }
}

/** What an organiser would say to plan a meeting. */
export function plan(details: Partial<MeetingInput> = {}): MeetingInput {
  return {
    slug: 'stories',
    title: { lv: 'Stāsti', en: 'Stories' },
    summary: { lv: 'Trīspadsmit stāsti.' },
    description: {},
    placeName: { lv: 'Jaunatnes māja' },
    accessNotes: { lv: 'Ieeja bez kāpnēm' },
    address: 'Parādes iela 1',
    onlineUrl: '',
    zone: 'Europe/Riga',
    days: [day('2026-12-12', '17:00', '19:30')],
    allDay: false,
    capacity: 60,
    opensAt: null,
    closesAt: null,
    offerHours: 24,
    quietMinutes: 10,
    ...details,
  }
}

/** What an organiser would send to leave a meeting of one day as it is. */
export function asItIs(meeting: Meeting): MeetingInput {
  return { ...meeting, days: [{ startsAt: meeting.startsAt, endsAt: meeting.endsAt }] }
}

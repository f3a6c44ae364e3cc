import type { Meeting } from '../../db/schema.ts'

type Starting = Pick<Meeting, 'startsAt' | 'zone'>

/** Until when slides are asked for: the evening two days before the meeting begins, by the clock of its place. */
export function slidesDue(meeting: Starting): Temporal.Instant {
  return eveningBefore(meeting, 2)
}

/** When those who have not handed any in are reminded. */
export function slidesReminderDue(meeting: Starting): Temporal.Instant {
  return eveningBefore(meeting, 3)
}

function eveningBefore({ startsAt, zone }: Starting, days: number): Temporal.Instant {
  const begins = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  return begins.subtract({ days }).toZonedDateTime({ timeZone: zone, plainTime: '20:00' }).toInstant()
}

import type { DemoTime } from '../../db/demo/shapes.ts'

export type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** When a meeting of the story is, for somebody who first starts the demo at `now`. */
export function spanOf({ from, to, wholeDays, ...date }: DemoTime, zone: string, now: Temporal.Instant): Span {
  const day = 'on' in date ? Temporal.PlainDate.from(date.on) : dayAhead(date, now.toZonedDateTimeISO(zone))
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
  return { startsAt: at(from), endsAt: at(to) }
}

/** The same hours some days later. */
export function daysLater({ startsAt, endsAt }: Span, days: number, zone: string): Span {
  const moved = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).add({ days }).toInstant()
  return { startsAt: moved(startsAt), endsAt: moved(endsAt) }
}

/** When a meeting was thought of and announced, when guests came in waves, and until when in all. */
export type Life = {
  plannedAt: Temporal.Instant
  publishedAt: Temporal.Instant
  waveAt: (wave: number, waves: number) => Temporal.Instant
  lastGuestAt: Temporal.Instant
}

/** From planning to the day before the meeting, or to an hour ago; at hours of the day when people are up. */
export function lifeOf({ startsAt }: Pick<Span, 'startsAt'>, zone: string, now: Temporal.Instant): Life {
  const lastGuestAt = earlier(startsAt.subtract({ hours: 24 }), now.subtract({ hours: 1 }))
  const until = lastGuestAt.toZonedDateTimeISO(zone)
  const on = (daysBefore: number, hour: string) =>
    until
      .subtract({ days: Math.round(daysBefore) })
      .withPlainTime(hour)
      .toInstant()
  return {
    plannedAt: on(20, '10:15'),
    publishedAt: on(16, '12:05'),
    waveAt: (wave, waves) => on(15 - (wave * 13) / waves, awake[wave % awake.length] ?? '12:00'),
    lastGuestAt,
  }
}

const awake = ['16:40', '20:05', '13:10', '18:25', '08:50']

export function noon({ zone }: { zone: string }, date: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
}

/** That weekday of the week so many weeks ahead. */
function dayAhead(
  { weeksAhead: weeks, weekday }: { weeksAhead: number; weekday: number },
  now: Temporal.ZonedDateTime,
) {
  const about = now.toPlainDate().add({ weeks })
  return about.add({ days: weekday - about.dayOfWeek })
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}

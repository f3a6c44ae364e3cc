import type { DemoTime } from '../../db/demo/shapes.ts'

export type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** When a meeting of the story is, for somebody who first starts the demo at `now`. */
export function spanOf({ from, to, ...date }: DemoTime, zone: string, now: Temporal.Instant): Span {
  const day = 'on' in date ? Temporal.PlainDate.from(date.on) : dayAhead(date, now.toZonedDateTimeISO(zone))
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
  return { startsAt: at(from), endsAt: at(to) }
}

/** When a meeting was thought of and announced, and when the last guest so far registered. */
export function lifeOf({ startsAt }: Pick<Span, 'startsAt'>, now: Temporal.Instant) {
  const lastGuestAt = earlier(startsAt.subtract({ hours: 24 }), now.subtract({ hours: 1 }))
  return {
    plannedAt: lastGuestAt.subtract({ hours: 20 * 24 }),
    publishedAt: lastGuestAt.subtract({ hours: 16 * 24 }),
    lastGuestAt,
  }
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

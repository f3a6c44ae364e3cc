export type Move = { from: Temporal.Instant; fromZone: string; to: Temporal.Instant; toZone: string }

/** Moves instants by as much as the clock on the wall says between two: 17:00 stays 17:00 where the clocks change. */
export function shift({ from, fromZone, to, toZone }: Move): (at: Temporal.Instant) => Temporal.Instant {
  return shiftBy(clock(from, fromZone).until(clock(to, toZone), { largestUnit: 'day' }), fromZone, toZone)
}

/** The same by whole days only, keeping the hour. */
export function shiftDate({ from, fromZone, to, toZone }: Move): (at: Temporal.Instant) => Temporal.Instant {
  const days = clock(from, fromZone).toPlainDate().until(clock(to, toZone).toPlainDate())
  return shiftBy(days, fromZone, toZone)
}

function shiftBy(distance: Temporal.Duration, fromZone: string, toZone: string) {
  return (at: Temporal.Instant) => clock(at, fromZone).add(distance).toZonedDateTime(toZone).toInstant()
}

function clock(at: Temporal.Instant, zone: string): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(zone).toPlainDateTime()
}

/** To the millisecond, as everything is kept. */
export function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return one.epochMilliseconds < other.epochMilliseconds ? other : one
}

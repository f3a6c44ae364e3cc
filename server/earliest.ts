/** The first of these moments, to the millisecond; null where there is none. */
export function earliest(...moments: (Temporal.Instant | null)[]): Temporal.Instant | null {
  const [first, ...others] = moments.filter((moment) => moment !== null)
  return first ? others.reduce(earlier, first) : null
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return other.epochMilliseconds < one.epochMilliseconds ? other : one
}

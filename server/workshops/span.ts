import type { ReleasedSlot } from '../agenda/release.ts'

type Span = Pick<ReleasedSlot, 'startsAt' | 'endsAt'>

/** Nobody can be at both; one that begins when the other ends is no trouble. */
export function overlap(one: Span, other: Span): boolean {
  return isBefore(one.startsAt, other.endsAt) && isBefore(other.startsAt, one.endsAt)
}

export function hasStarted({ startsAt }: Span, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) <= 0
}

export function hasEnded({ endsAt }: Span, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(endsAt), now) <= 0
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0
}

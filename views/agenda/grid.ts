import type { ReleasedSlot } from '../../server/agenda/release.ts'

/** The lines between which a slot stands, as style sheets read them: two digits, "01" to "99". */
export type Lines = { from: string; to: string }

const mostLines = 99

/**
 * Every moment at which something starts or ends is a line across all rooms. Null where that gives no grid: more lines
 * than there are, or two slots in one place at once.
 */
export function gridOf(slots: readonly ReleasedSlot[]): Map<string, Lines> | null {
  const moments = slots.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).map(Temporal.Instant.from)
  const sorted = [...new Set(moments.map((moment) => moment.epochMilliseconds))].sort((a, b) => a - b)
  if (sorted.length > mostLines || slots.some((slot, i) => slots.slice(i + 1).some((other) => overlap(slot, other))))
    return null
  const line = (at: string) => String(sorted.indexOf(Temporal.Instant.from(at).epochMilliseconds) + 1).padStart(2, '0')
  return new Map(slots.map(({ id, startsAt, endsAt }) => [id, { from: line(startsAt), to: line(endsAt) }]))
}

function overlap(one: ReleasedSlot, other: ReleasedSlot): boolean {
  const sharesRoom = !one.room || !other.room || JSON.stringify(one.room) === JSON.stringify(other.room)
  const [starts, ends] = [Temporal.Instant.from(other.startsAt), Temporal.Instant.from(one.endsAt)]
  return sharesRoom && Temporal.Instant.compare(starts, ends) < 0
}

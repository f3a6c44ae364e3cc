import type { ReleasedSlot } from '../../server/agenda/release.ts'

/** The lines between which a slot stands, as style sheets read them: two digits, "01" to "99". */
export type Lines = { from: string; to: string }

const mostLines = 99

/**
 * Every moment at which something starts or ends is a line across all rooms. Null where that gives no grid: more lines
 * than there are, or two slots in one place at once.
 */
export function gridOf(slots: readonly ReleasedSlot[]): Map<string, Lines> | null {
  const spans = slots.map(spanOf)
  const moments = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  if (moments.length > mostLines || isAnyTwice(spans)) return null
  const lines = new Map(moments.map((moment, i) => [moment, String(i + 1).padStart(2, '0')]))
  const line = (moment: number) => lines.get(moment) ?? ''
  return new Map(spans.map(({ id, from, to }) => [id, { from: line(from), to: line(to) }]))
}

/** `room`: null for all of them; milliseconds since 1970. */
type Span = { id: string; room: string | null; from: number; to: number }

function spanOf({ id, room, startsAt, endsAt }: ReleasedSlot): Span {
  const at = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds
  return { id, room: room && JSON.stringify(room), from: at(startsAt), to: at(endsAt) }
}

/** Whether any place has two slots at once, by when each was taken until. */
function isAnyTwice(spans: readonly Span[]): boolean {
  const until = new Map<string | null, number>()
  return spans.some(({ room, from, to }) => {
    const taken = room === null ? [...until.values()] : [until.get(room) ?? 0, until.get(null) ?? 0]
    until.set(room, Math.max(to, until.get(room) ?? 0))
    return taken.some((end) => from < end)
  })
}

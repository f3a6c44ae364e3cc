import type { MessageKey } from '../../views/say.ts'

type Window = { opensAt: Temporal.Instant | null; closesAt: Temporal.Instant | null }

/** Registration opens before it closes, and closes no later than the meeting does. */
export function windowProblem(
  { opensAt, closesAt }: Window,
  endsAt: Temporal.Instant,
): { field: keyof Window; key: MessageKey } | null {
  if (closesAt && Temporal.Instant.compare(closesAt, endsAt) > 0) {
    return { field: 'closesAt', key: 'meeting.closes-after-end' }
  }
  if (opensAt && Temporal.Instant.compare(opensAt, closesAt ?? endsAt) >= 0) {
    return { field: 'opensAt', key: 'meeting.opens-after-closing' }
  }
  return null
}

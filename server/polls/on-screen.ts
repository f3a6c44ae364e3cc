import type { Voted } from './queries.ts'
import { pollState } from './state.ts'

/** So long after a poll what came out of it stays on the wall. */
const lingers = { minutes: 10 }

/** The poll that is open, or the one just over whose outcome is shown: the wall has room for one. */
export function pollOnScreen(all: readonly Voted[], now: Temporal.Instant): Voted | null {
  const open = all.find(({ poll }) => pollState(poll) === 'open')
  return open ?? all.findLast((one) => isFresh(one, now)) ?? null
}

function isFresh({ poll: { shownAt, closedAt } }: Voted, now: Temporal.Instant): boolean {
  if (!shownAt || !closedAt) return false
  const since = now.subtract(lingers)
  return [shownAt, closedAt].some((at) => Temporal.Instant.compare(since, at) < 0)
}

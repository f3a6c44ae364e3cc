import type { Call, Meeting, Project } from '../../db/schema.ts'
import { isOver } from '../meetings/status.ts'

export type CallState = 'not-yet' | 'open' | 'closed' | 'cancelled'

/** A call, with what it is for; `meeting` is null for one of the whole project. */
export type CallFound = { project: Project; meeting: Meeting | null; call: Call }

/** Open from the first second to the one before it closes; what is over or called off asks for no stories. */
export function callState({ project, meeting, call }: CallFound, now: Temporal.Instant): CallState {
  if (meeting?.status === 'cancelled') return 'cancelled'
  if (project.archivedAt || (meeting && isOver(meeting, now))) return 'closed'
  if (Temporal.Instant.compare(now, call.opensAt) < 0) return 'not-yet'
  return Temporal.Instant.compare(now, call.closesAt) < 0 ? 'open' : 'closed'
}

/** When the answer changes by itself next: until then a page that shows it stays true. */
export function callHolds(
  { meeting, call }: Omit<CallFound, 'project'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const turns = [call.opensAt, call.closesAt, ...(meeting ? [meeting.endsAt] : [])]
  const ahead = turns.filter((turn) => Temporal.Instant.compare(turn, now) > 0)
  return ahead.sort(Temporal.Instant.compare)[0] ?? null
}

/** The zone its deadline is said in. */
export function zoneOf({ project, meeting }: Pick<CallFound, 'project' | 'meeting'>): string {
  return meeting?.zone ?? project.zone
}

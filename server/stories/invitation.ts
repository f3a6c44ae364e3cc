import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { type CallFound, callHolds, callState } from './call-state.ts'
import { callOf } from './queries.ts'

/** The call to be shown on the page of its meeting or project while it is open, and until when that stays true. */
export async function invitationOf(
  db: Reads,
  project: Project,
  meeting: Meeting | null,
  now: Temporal.Instant,
): Promise<{ invitation: CallFound | null; holds: Temporal.Instant | null }> {
  const call = await callOf(db, project, meeting)
  if (!call) return { invitation: null, holds: null }
  const found = { project, meeting, call }
  return { invitation: callState(found, now) === 'open' ? found : null, holds: callHolds(found, now) }
}

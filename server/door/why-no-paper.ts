import type { Meeting } from '../../db/schema.ts'
import { hasBegun } from '../meetings/status.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** Why nobody can be entered from paper: nobody has signed yet, or the names are forgotten by now. */
export function whyNoPaper(meeting: Meeting, now: Temporal.Instant): 'early' | 'late' | null {
  if (!hasBegun(meeting, now)) return 'early'
  return Temporal.Instant.compare(forgottenAt(meeting), now) < 0 ? 'late' : null
}

import type { Meeting } from '../../../db/schema.ts'
import { hasBegun } from '../../meetings/status.ts'
import { fits, freeIn, type Party } from './seats.ts'
import type { Standing } from './standing.ts'

/** Why nobody in line is offered a place. `needs`: of the smallest party, `free`: how many places are. */
export type WhyNobodyMoves =
  | { why: 'nobody-waits' | 'not-published' | 'begun' | 'full' }
  | { why: 'paused'; since: Temporal.Instant }
  | { why: 'too-big'; needs: number; free: number }
  | { why: 'kept-for-others'; free: number }

/** Null: somebody is about to be offered a place. */
export function whyNobodyMoves(meeting: Meeting, standing: Standing, now: Temporal.Instant): WhyNobodyMoves | null {
  return why(meeting, standing, standing.smallest, now)
}

/** The same of one party in line. */
export function whyTheyWait(
  meeting: Meeting,
  standing: Standing,
  party: Party,
  now: Temporal.Instant,
): WhyNobodyMoves | null {
  return why(meeting, standing, [party], now)
}

function why(
  meeting: Meeting,
  { room }: Standing,
  line: readonly Party[],
  now: Temporal.Instant,
): WhyNobodyMoves | null {
  if (line.length === 0) return { why: 'nobody-waits' }
  if (meeting.status !== 'published') return { why: 'not-published' }
  if (hasBegun(meeting, now)) return { why: 'begun' }
  if (meeting.promotionPausedAt) return { why: 'paused', since: meeting.promotionPausedAt }
  const free = freeIn(room)
  if (free === 0) return { why: 'full' }
  if (line.some((party) => fits(room, party))) return null
  const needs = Math.min(...line.map(({ seats }) => seats))
  return needs > free ? { why: 'too-big', needs, free } : { why: 'kept-for-others', free }
}

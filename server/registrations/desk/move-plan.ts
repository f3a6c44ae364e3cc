import { and, eq, inArray } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Meeting, type Registration, registrations } from '../../../db/schema.ts'
import { meetingsOf } from '../../meetings/queries.ts'
import { hasBegun, isOver } from '../../meetings/status.ts'
import { fits, withParty } from '../places/seats.ts'
import { standing } from '../places/standing.ts'
import { live } from '../queries.ts'
import type { Obstacle, Plan } from './plan.ts'

/** Where somebody can be moved: the project's other meetings that stand and are not over. */
export async function placesToMove(db: Reads, project: { id: string }, from: Meeting, now: Temporal.Instant) {
  const all = await meetingsOf(db, project)
  return all.filter((meeting) => meeting.id !== from.id && meeting.status === 'published' && !isOver(meeting, now))
}

/** Who of a plan would go there, and who of them would wait there; who cannot, stays. */
export async function movePlan(
  db: Reads,
  { able, unable }: Plan,
  to: Meeting,
  now: Temporal.Instant,
): Promise<Plan & { waits: Registration[] }> {
  const there = await whoIsThere(db, to)
  const { room: rest, smallest } = await standing(db, to)
  const plan = { able: [] as Registration[], unable: [...unable], waits: [] as Registration[] }
  let room = rest
  for (const one of able) {
    const isFree =
      fits(room, one) && (hasBegun(to, now) || ![...smallest, ...plan.waits].some((party) => fits(room, party)))
    const why = againstMove(to, one, there, isFree, now)
    if (why) plan.unable.push({ registration: one, why })
    else plan.able.push(one)
    if (!why && !isFree) plan.waits.push(one)
    room = why || !isFree ? room : withParty(room, one)
  }
  return plan
}

function againstMove(
  to: Meeting,
  one: Registration,
  there: Set<string>,
  isFree: boolean,
  now: Temporal.Instant,
): Obstacle | null {
  if (one.emailKey && there.has(`${one.emailKey} ${one.classKey}`)) return 'there-already'
  if (one.kind === 'class' && !to.takesClasses) return 'no-classes'
  if (one.kind === 'friends' && one.seats - 1 > to.friendsMost) return 'too-many-friends'
  if (to.asksAge && (one.ageBand === null || one.ageBand === 'child')) return 'age'
  return hasBegun(to, now) && !isFree ? 'no-room' : null
}

/** By address and class. */
async function whoIsThere(db: Reads, to: Meeting): Promise<Set<string>> {
  const { emailKey, classKey } = registrations
  const rows = await db
    .select({ emailKey, classKey })
    .from(registrations)
    .where(and(eq(registrations.meetingId, to.id), inArray(registrations.status, [...live])))
  return new Set(rows.map((row) => `${row.emailKey} ${row.classKey}`))
}

import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { type Named, participantsOf } from './queries.ts'

/** A registration that brings people along, as the page knew it. */
export type Party = { project: Project; meeting: Meeting; registration: Pick<Registration, 'id'> }

/** The same as it is inside the transaction. */
export type Roster = { project: Project; meeting: Meeting; registration: Registration; named: Named[] }

/** One change of who comes along; refused once the meeting is over or the registration ended. */
export async function changeRoster<T>(
  db: Database,
  { project, meeting, registration }: Party,
  now: Temporal.Instant,
  change: (tx: Tx, roster: Roster) => Promise<T>,
): Promise<T> {
  return await db.transact(
    async (tx) => {
      const roster = await rosterOf(tx, { project, meeting, registration })
      if (!isOpenRoster(roster.meeting, roster.registration, now)) throw new Refusal('party.closed')
      return await change(tx, roster)
    },
    { touches: project.id, lock: meeting.id },
  )
}

export async function rosterOf(tx: Tx, { project, meeting, registration }: Party): Promise<Roster> {
  const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
  const current = (await registrationOf(tx, fresh, registration.id)) ?? notFound()
  return { project, meeting: fresh, registration: current, named: await participantsOf(tx, current) }
}

export function isOpenRoster(meeting: Meeting, registration: Registration, now: Temporal.Instant): boolean {
  return isLive(registration) && meeting.status !== 'cancelled' && !isOver(meeting, now)
}

/** Those of a list who are not on it yet. */
export function newAmong(names: readonly string[], named: readonly Named[]): string[] {
  const known = new Set(named.map(({ name }) => folded(name)))
  return names.filter((name) => !known.has(folded(name)))
}

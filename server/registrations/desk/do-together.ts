import type { Database, Tx } from '../../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../../db/schema.ts'
import { checkIn, takeBackCheckIn } from '../../check-ins/check-in.ts'
import { type HistoryDeed, record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { notFound } from '../../refusal.ts'
import { giveUp } from '../cancel.ts'
import { admit, turnDown } from '../places/approve.ts'
import { offerFreedPlaces, offerPlace } from '../places/waiting-list.ts'
import { type PlannedDeed, planOf } from './plan.ts'

type Together = Exclude<PlannedDeed, 'move'>
type Given = { project: Project; meeting: Meeting; by: Organiser; now: Temporal.Instant }

const portion = 200

/**
 * One deed for many. Each portion is a transaction that asks again what speaks against it: whoever it does not fit by
 * then stays as they are, and doing it twice does nothing more. Returns how many it reached.
 */
export async function doTogether(
  db: Database,
  deed: Together,
  { project, meeting, by, now }: Given,
  ids: readonly string[],
): Promise<number> {
  const { able } = await planOf(db, meeting, deed, ids, now)
  let reached = 0
  for (let i = 0; i < able.length; i += portion) {
    const some = able.slice(i, i + portion).map(({ id }) => id)
    reached += await db.transact((tx) => doPortion(tx, deed, { project, meeting, by, now }, some), {
      touches: project.id,
      lock: meeting.id,
    })
  }
  return reached
}

async function doPortion(tx: Tx, deed: Together, given: Given, ids: readonly string[]): Promise<number> {
  const { project, by, now } = given
  const meeting = (await freshMeeting(tx, given.meeting)) ?? notFound()
  const { able } = await planOf(tx, meeting, deed, ids, now)
  for (const current of able) await does[deed](tx, { project, meeting, by, now, current })
  if (deed === 'cancel' || deed === 'refuse') await offerFreedPlaces(tx, project, meeting, now)
  const facts = { people: String(able.length) }
  if (able.length > 0) await record(tx, recorded[deed], by, { project, meeting }, now, facts)
  return able.length
}

type Does = (tx: Tx, request: Given & { current: Registration }) => Promise<unknown>

const does: Record<Together, Does> = {
  approve: admit,
  refuse: turnDown,
  offer: (tx, { project, meeting, current, by, now }) => offerPlace(tx, project, meeting, current, now, by),
  cancel: (tx, { project, meeting, current, by, now }) => giveUp(tx, project, meeting, current, now, by),
  came: (tx, { current, by, now }) => checkIn(tx, current, by, now),
  absent: (tx, { current, by, now }) => takeBackCheckIn(tx, current, by, now),
}

const recorded = {
  approve: 'registrations.approved',
  refuse: 'registrations.refused',
  offer: 'registrations.offered',
  cancel: 'registrations.cancelled',
  came: 'registrations.came',
  absent: 'registrations.absent',
} satisfies Record<Together, HistoryDeed>

import type { Database, Tx } from '../../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../../db/schema.ts'
import { record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { hasBegun, isOver } from '../../meetings/status.ts'
import { notFound, Refusal } from '../../refusal.ts'
import { tell } from '../letters/letters.ts'
import { registrationOf } from '../queries.ts'
import { become } from './become.ts'
import { seat } from './place-state.ts'
import { fits, roomOf } from './seats.ts'
import { anybodyWaitingFits } from './waiting-list.ts'

/**
 * An organiser's yes to somebody who asked to come: a place, if one is free for them and nobody fits who came before;
 * else their turn in line, as of when they asked. Said twice, it is said once.
 */
export async function approve(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await decide(db, project, meeting, registration, by, now, { does: admit, deed: 'registration.approved' })
}

/** An organiser's no. */
export async function refuse(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await decide(db, project, meeting, registration, by, now, { does: turnDown, deed: 'registration.refused' })
}

/** What an organiser's yes does, inside another deed too. Once it has begun, there is no line to join any more. */
export async function admit(tx: Tx, { project, meeting, current, by, now }: Request): Promise<void> {
  if (hasBegun(meeting, now) && !fits(await roomOf(tx, meeting), current))
    throw new Refusal('registration.no-free-place')
  if (await getsPlace(tx, meeting, current, now)) await seat(tx, project, meeting, current, now, by)
  else {
    const waiting = await become(tx, meeting, current, { status: 'waiting' }, now, by)
    await tell(tx, 'waiting', project, meeting, waiting, now)
  }
}

export async function turnDown(tx: Tx, { project, meeting, current, by, now }: Request): Promise<void> {
  const refused = await become(tx, meeting, current, { status: 'refused' }, now, by)
  await tell(tx, 'refused', project, meeting, refused, now)
}

type Decision = {
  does: (tx: Tx, request: Request) => Promise<void>
  deed: 'registration.approved' | 'registration.refused'
}
type Request = { project: Project; meeting: Meeting; current: Registration; by: Organiser; now: Temporal.Instant }

async function decide(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  { id }: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  { does, deed }: Decision,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, id)) ?? notFound()
      if (current.status !== 'requested') return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (fresh.status === 'cancelled') throw new Refusal('registration.cancelled')
      if (isOver(fresh, now)) throw new Refusal('registration.over')
      await does(tx, { project, meeting: fresh, current, by, now })
      await record(tx, deed, by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Once it has begun, the line does not count any more. */
async function getsPlace(tx: Tx, meeting: Meeting, current: Registration, now: Temporal.Instant): Promise<boolean> {
  const room = await roomOf(tx, meeting)
  if (!fits(room, current)) return false
  return hasBegun(meeting, now) || !(await anybodyWaitingFits(tx, meeting, room, current.arrival))
}

import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { inviteOne } from '../registrations/places/invite.ts'
import { takePlace } from '../registrations/register.ts'
import { isBroughtIn, type Planned, planOf } from './plan.ts'
import type { Row } from './rows.ts'

export type Letters = 'letters' | 'silently'

/** Registers everybody in these rows who is not yet, in one deed; a second time there is nobody left. */
export async function bringIn(
  db: Database,
  project: Project,
  { id }: Pick<Meeting, 'id'>,
  rows: readonly Row[],
  letters: Letters,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Planned[]> {
  return await db.transact(
    async (tx) => {
      const meeting = (await freshMeeting(tx, { id })) ?? notFound()
      const planned = await planOf(tx, meeting, rows, 'register', now)
      const coming = planned.filter(isBroughtIn).flatMap(({ person }) => person ?? [])
      for (const person of coming) {
        // Whoever has an address is known by that.
        const once = person.email ? undefined : person.once
        await takePlace(tx, project, id, { ...person, once, broughtIn: letters }, now, by)
      }
      const people = String(coming.length)
      if (coming.length > 0) await record(tx, 'registrations.imported', by, { project, meeting }, now, { people })
      return planned
    },
    { touches: project.id, lock: id },
  )
}

/** Keeps a place for everybody in these rows for whom there is one, and asks them, in one deed. */
export async function inviteMany(
  db: Database,
  project: Project,
  { id }: Pick<Meeting, 'id'>,
  rows: readonly Row[],
  heldUntil: Temporal.Instant,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Planned[]> {
  return await db.transact(
    async (tx) => {
      const meeting = (await freshMeeting(tx, { id })) ?? notFound()
      const planned = await planOf(tx, meeting, rows, 'invite', now)
      for (const { person } of planned.filter(isBroughtIn)) {
        if (!person?.email) continue
        const guest = { ...person, email: person.email, seats: 1 }
        await inviteOne(tx, project, meeting, guest, heldUntil, by, now)
      }
      return planned
    },
    { touches: project.id, lock: id },
  )
}

import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, registrations, workshopChoices } from '../../db/schema.ts'
import { slotsOf } from '../../server/agenda/queries.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { setPlaces } from '../../server/workshops/set-places.ts'

type Where = { project: Project; meeting: Meeting; owner: Organiser }

/** Places in every slot, everybody in the first one or in its line; the link of somebody who has a sure place. */
export async function workshopsIn(
  db: Database,
  { project, meeting, owner }: Where,
  now: Temporal.Instant,
): Promise<string> {
  const all = await slotsOf(db, meeting)
  for (const slot of all) await setPlaces(db, { project, meeting }, slot, 1, owner, now)
  const people = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  const sure = people.find(({ status }) => status === 'confirmed')
  const [token] = await db.transact(
    async (tx) => {
      const rows = people.map(({ id, status }, i) => ({
        ...{ registrationId: id, slotId: all[0]?.id ?? '', arrival: i + 1, statusAt: now },
        status: status === 'confirmed' ? ('in' as const) : ('waiting' as const),
      }))
      await tx.insert(workshopChoices).values(rows)
      return await newManageLinks(tx, sure ? [sure] : [], meeting, now)
    },
    { touches: 'everything' },
  )
  return token ?? ''
}

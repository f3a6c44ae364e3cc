import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { type Registration, workshopChoices } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { Refusal } from '../refusal.ts'
import { isLive } from '../registrations/queries.ts'
import { leave } from '../workshops/leave.ts'
import { counting } from '../workshops/queries.ts'
import type { Answer, Heeded } from './heed.ts'
import { isAboutNow } from './is-about-now.ts'
import { heard, isOvertaken } from './taken-in.ts'

/** An answer about a workshop that they chose: a no gives it up, the meeting stays. Null: they have no such entry. */
export async function heedWorkshop(
  db: Database,
  { meeting }: Found,
  theirs: readonly Registration[],
  { reply }: Answer,
  now: Temporal.Instant,
): Promise<Heeded | null> {
  const [first, ...more] = await choosersOf(db, theirs.filter(isLive), reply.uid)
  if (!first) return null
  // Who tidies up an old calendar does not change who took part.
  if (isOver(meeting, now)) throw new Refusal('registration.over')
  const { one, since } = first
  const registrationId = one.id
  if (!(await isAboutNow(db, meeting, reply, since))) return { registrationId, outcome: 'old' }
  if (await isOvertaken(db, one, reply)) return { registrationId, outcome: 'overtaken' }
  if (reply.partstat !== 'DECLINED') return { registrationId, outcome: heard('workshop-kept', reply) }
  if (more.length > 0 || one.seats > 1) return { registrationId, outcome: heard('workshop-party', reply) }
  await leave(db, meeting, one, reply.uid, now)
  return { registrationId, outcome: heard('workshop-declined', reply) }
}

type Chooser = { one: Registration; since: Temporal.Instant }

async function choosersOf(db: Reads, theirs: readonly Registration[], slotId: string): Promise<Chooser[]> {
  const ids = theirs.map(({ id }) => id)
  const chosen = await db
    .select({ id: workshopChoices.registrationId, since: workshopChoices.statusAt })
    .from(workshopChoices)
    .where(
      and(
        eq(workshopChoices.slotId, slotId),
        inArray(workshopChoices.registrationId, ids),
        inArray(workshopChoices.status, [...counting]),
      ),
    )
  return theirs.flatMap((one) => {
    const choice = chosen.find(({ id }) => id === one.id)
    return choice ? [{ one, since: choice.since }] : []
  })
}

import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { type Registration, workshopChoices } from '../../db/schema.ts'
import { ownSequence } from '../calendar/own-sequence.ts'
import type { Found } from '../meetings/queries.ts'
import { isLive } from '../registrations/queries.ts'
import { leave } from '../workshops/leave.ts'
import { counting } from '../workshops/queries.ts'
import type { Answer, Heeded } from './heed.ts'
import { slotSequence } from './slot-sequence.ts'
import { heard } from './taken-in.ts'

/** An answer about a workshop that they chose: a no gives it up, the meeting stays. Null: they have no such entry. */
export async function heedWorkshop(
  db: Database,
  { meeting }: Found,
  theirs: readonly Registration[],
  { reply }: Answer,
  now: Temporal.Instant,
): Promise<Heeded | null> {
  const [one, ...more] = await choosersOf(db, theirs.filter(isLive), reply.uid)
  if (!one) return null
  const own = await ownSequence(db, meeting, { recipient: reply.attendee, registrationId: one.id, speakerId: null })
  const current = await slotSequence(db, meeting, reply.uid)
  if (current === null || reply.sequence < current + own) return { registrationId: one.id, outcome: 'old' }
  if (reply.partstat !== 'DECLINED') return { registrationId: one.id, outcome: heard('workshop-kept', reply.at) }
  if (more.length > 0 || one.seats > 1) return { registrationId: one.id, outcome: heard('workshop-party', reply.at) }
  await leave(db, meeting, one, reply.uid, now)
  return { registrationId: one.id, outcome: heard('workshop-declined', reply.at) }
}

async function choosersOf(db: Reads, theirs: readonly Registration[], slotId: string): Promise<Registration[]> {
  const ids = theirs.map(({ id }) => id)
  const chosen = await db
    .select({ id: workshopChoices.registrationId })
    .from(workshopChoices)
    .where(
      and(
        eq(workshopChoices.slotId, slotId),
        inArray(workshopChoices.registrationId, ids),
        inArray(workshopChoices.status, [...counting]),
      ),
    )
  return theirs.filter(({ id }) => chosen.some((choice) => choice.id === id))
}

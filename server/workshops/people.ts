import { and, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, type Registration, registrations } from '../../db/schema.ts'
import { alphabetically } from '../alphabetically.ts'
import { type Named, participantsIn } from '../parties/queries.ts'
import { live } from '../registrations/queries.ts'
import { type Choice, choicesAt } from './queries.ts'

/** Somebody at a workshop with those whom they bring, as far as these are named. */
export type AtWorkshop = Choice & { companions: Named[] }
export type Candidate = Pick<Registration, 'id' | 'name' | 'className' | 'seats'>
export type People = { inside: AtWorkshop[]; waiting: AtWorkshop[]; others: Candidate[] }

/** Who takes part in a workshop, who waits for it in the order of the line, and who else has a sure place. */
export async function peopleAt(db: Reads, meeting: Pick<Meeting, 'id'>, slotId: string): Promise<People> {
  const choices = (await choicesAt(db, meeting)).filter((choice) => choice.slotId === slotId)
  const named = await participantsIn(db, meeting, live)
  const all = choices.map((choice) => ({ ...choice, companions: named.get(choice.registration.id) ?? [] }))
  const isIn = ({ status }: Choice) => status === 'in'
  const inside = new Set(all.filter(isIn).map(({ registration }) => registration.id))
  return {
    inside: all.filter(isIn).toSorted((a, b) => byName(a.registration, b.registration)),
    waiting: all.filter((choice) => !isIn(choice)),
    others: (await comingTo(db, meeting)).filter(({ id }) => !inside.has(id)).toSorted(byName),
  }
}

async function comingTo(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Candidate[]> {
  const { id, name, className, seats, status } = registrations
  return await db
    .select({ id, name, className, seats })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), eq(status, 'confirmed')))
}

function byName(a: Candidate, b: Candidate): number {
  return alphabetically(a.name ?? '', b.name ?? '')
}

import { z } from 'zod'
import { and, eq, lte } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Meeting, registrations } from '../../../db/schema.ts'
import { checkbox, choice, optionalLine } from '../../fields.ts'
import { readForm } from '../../forms.ts'
import type { Found } from '../../meetings/queries.ts'
import type { AskedQuestion } from '../../questions/queries.ts'
import { lastArrival } from '../queries.ts'
import { foundIds } from './found.ts'
import { lookOf } from './look.ts'
import { deeds } from './plan.ts'
import { permitted } from './readable.ts'

export type Chosen = z.output<typeof chosenForm>

/** Whom a deed is for: those ticked, or all whom a look finds; who has come since the page was shown is not meant. */
export const chosenForm = z.object({
  deed: choice(deeds),
  all: checkbox(),
  look: optionalLine(8000),
  upto: optionalLine(12).transform(Number),
  chosen: z.record(z.string(), z.string()).default({}).transform(Object.keys),
  meeting: optionalLine(60),
})

/** Those of this meeting whom a letter is for, where they were chosen in its list. */
export type Picked = { ids: string[]; chosen: Chosen }

export async function pickedBy(
  db: Reads,
  { meeting }: Found,
  body: unknown,
  readable: readonly AskedQuestion[],
): Promise<Picked | null> {
  const chosen = readForm(chosenForm, body).values
  if (chosen?.deed !== 'write') return null
  const { ids, upto } = await chosenIds(db, meeting, chosen, readable)
  const own = await arrivedBy(db, meeting, await lastArrival(db, meeting))
  return { ids: ids.filter((id) => own.has(id)), chosen: { ...chosen, upto } }
}

/** Their ids, whichever way they were chosen; with the last arrival that was meant. */
export async function chosenIds(db: Reads, meeting: Meeting, chosen: Chosen, readable: readonly AskedQuestion[]) {
  if (!chosen.all) return { ids: chosen.chosen, upto: 0 }
  const look = permitted(lookOf(Object.fromEntries(new URLSearchParams(chosen.look))), readable)
  const upto = chosen.upto || (await lastArrival(db, meeting))
  const ids = await foundIds(db, meeting, look)
  const meant = await arrivedBy(db, meeting, upto)
  return { ids: ids.filter((id) => meant.has(id)), upto }
}

async function arrivedBy(db: Reads, meeting: { id: string }, upto: number): Promise<Set<string>> {
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), lte(registrations.arrival, upto)))
  return new Set(rows.map(({ id }) => id))
}

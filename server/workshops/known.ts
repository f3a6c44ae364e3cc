import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, letters, type Registration, workshopChoices } from '../../db/schema.ts'

/** How somebody stood in workshops when they last heard of it, by the slot's id. */
export type WasIn = Record<string, 'in' | 'out'>

export const chosenKind = 'workshops-chosen'
const kinds = [chosenKind, 'workshop-out', 'workshop-dropped', 'workshop-closed']

/** Workshops that somebody's calendar may have: they take part, or the letter that they do not any more never went. */
export async function knownWorkshops(db: Reads, registration: Pick<Registration, 'id'>): Promise<string[]> {
  const inside = await insideOf(db, registration)
  const unheard = await db
    .select()
    .from(letters)
    .where(and(eq(letters.registrationId, registration.id), inArray(letters.kind, kinds), isNull(letters.sentAt)))
  return [...new Set([...inside, ...unheard.flatMap(entriesIn)])]
}

/** The slots of the workshops that they take part in. */
export async function insideOf(db: Reads, registration: Pick<Registration, 'id'>): Promise<string[]> {
  const { registrationId, slotId, status } = workshopChoices
  const inside = await db
    .select({ slotId })
    .from(workshopChoices)
    .where(and(eq(registrationId, registration.id), eq(status, 'in')))
  return inside.map((one) => one.slotId)
}

/** What the reader of a letter about workshops had in their calendar before it. */
export function entriesIn({ kind, facts }: Pick<Letter, 'kind' | 'facts'>): string[] {
  if (kind !== chosenKind) return facts.was === 'in' ? [facts.slotId ?? ''] : []
  return Object.entries(wasIn({ facts })).flatMap(([slotId, was]) => (was === 'in' ? [slotId] : []))
}

export function wasIn({ facts }: Pick<Letter, 'facts'>): WasIn {
  return JSON.parse(facts.slots ?? '{}')
}

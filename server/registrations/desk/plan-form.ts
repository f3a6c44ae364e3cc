import { z } from 'zod'
import { and, eq, lte } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Meeting, type Project, registrations } from '../../../db/schema.ts'
import { checkbox, choice, localisedText, neededText, once, optionalLine } from '../../fields.ts'
import type { AskedQuestion } from '../../questions/queries.ts'
import { lastArrival } from '../queries.ts'
import { foundIds } from './found.ts'
import { lookOf } from './look.ts'
import { deeds } from './plan.ts'
import { permitted } from './readable.ts'

export type Chosen = z.output<ReturnType<typeof chosenForm>>

/** Whom a deed is for: those ticked, or all whom a look finds; who has come since the page was shown is not meant. */
export function chosenForm({ locales }: Project) {
  return z.object({
    deed: choice(deeds),
    all: checkbox(),
    look: optionalLine(8000),
    upto: optionalLine(12).transform(Number),
    chosen: z.record(z.string(), z.string()).default({}).transform(Object.keys),
    once: once(),
    meeting: optionalLine(60),
    subject: localisedText(locales, 150),
    text: localisedText(locales, 5000, true),
  })
}

/** The same, when the letter is to be written: with something in it. */
export function writtenForm({ locales }: Project) {
  const subject = neededText(locales, 150)
  const text = localisedText(locales, 5000, true).refine((texts) => Object.keys(texts).length > 0, {
    message: 'problem.some-language',
    path: [locales[0] ?? 'lv'],
  })
  return z.object({ subject, text })
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

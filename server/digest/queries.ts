import { and, asc, eq, inArray, isNotNull, isNull, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Letter,
  letters,
  type Meeting,
  type Registration,
  registrations,
  type Speaker,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { isReckonedWith } from '../speakers/standings.ts'

export const digestKind = 'agenda-changed'

/** Somebody with an address in a slot that they have been asked for, and have not said no to. */
export type Part = { slotId: string; isSure: boolean; speaker: Speaker }

type WithSpeakers = Pick<ReleasedSlot, 'id' | 'speakers' | 'unnamed'>

export type Coming = Pick<Registration, 'id' | 'locale'> & { email: string }

/** Whoever has a place and an address, in the order in which they came. */
export async function comingTo(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Coming[]> {
  const rows = await db
    .select({ id: registrations.id, email: registrations.email, locale: registrations.locale })
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        eq(registrations.status, 'confirmed'),
        isNotNull(registrations.email),
      ),
    )
    .orderBy(asc(registrations.arrival))
  return rows.map((row) => ({ ...row, email: row.email ?? '' }))
}

/** Who speaks in these slots, in their order; in one that was deleted since, whoever did when it was `released`. */
export async function partsIn(db: Reads, ids: readonly string[], released: readonly WithSpeakers[]): Promise<Part[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ slotId: slots.id, standing: slotSpeakers.standing, speaker: speakers })
    .from(slots)
    .leftJoin(slotSpeakers, eq(slotSpeakers.slotId, slots.id))
    .leftJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(inArray(slots.id, [...ids]))
    .orderBy(asc(slotSpeakers.position))
  const present = rows.flatMap(({ slotId, standing, speaker }) =>
    speaker?.email && standing && isReckonedWith({ standing })
      ? [{ slotId, isSure: standing !== 'invited', speaker }]
      : [],
  )
  const deleted = released.filter(({ id }) => ids.includes(id) && !rows.some(({ slotId }) => slotId === id))
  const parts = [...present, ...(await formerParts(db, deleted))]
  return ids.flatMap((id) => parts.filter(({ slotId }) => slotId === id))
}

/** Letters about a changed agenda that have not reached anybody, oldest first; what was given up or dropped is unheard too. */
export async function unheardDigests(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Letter[]> {
  const { kind, meetingId, sentAt, endedAt, ending, queuedAt } = letters
  const isOpen = or(isNull(endedAt), inArray(ending, ['failed', 'dropped']))
  return await db
    .select()
    .from(letters)
    .where(and(eq(meetingId, meeting.id), eq(kind, digestKind), isNull(sentAt), isOpen))
    .orderBy(asc(queuedAt))
}

async function formerParts(db: Reads, deleted: readonly WithSpeakers[]): Promise<Part[]> {
  const parts = deleted.flatMap((slot) =>
    [...slot.speakers.map(({ id }) => id), ...(slot.unnamed ?? [])].map((id) => ({ slotId: slot.id, id })),
  )
  if (parts.length === 0) return []
  const ids = parts.map(({ id }) => id)
  const found = await db
    .select()
    .from(speakers)
    .where(and(inArray(speakers.id, ids), isNotNull(speakers.email)))
  return parts.flatMap(({ slotId, id }) =>
    found.filter((speaker) => speaker.id === id).map((speaker) => ({ slotId, isSure: true, speaker })),
  )
}

import { and, asc, desc, eq, getTableColumns, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, preparedForAll } from '../../db/prepared.ts'
import {
  type Meeting,
  type Minutes,
  type MinuteVersion,
  minutes,
  minuteVersions,
  organisers,
  type SlotType,
} from '../../db/schema.ts'
import { allReleases, draftAgenda, latestReleases, releasedAgenda } from '../agenda/queries.ts'

/** What minutes are written of. */
export type MinutedSlot = { id: string; title: Localised; type: SlotType; names: string[] }

/** With whoever saved it, unless they are gone. */
export type Version = MinuteVersion & { name: string | null }

/**
 * Slots of the draft and of the releases, in the order of the agenda; those that are nowhere any more only if there are
 * minutes of them.
 */
export async function minutedSlots(db: Reads, meeting: Meeting): Promise<MinutedSlot[]> {
  const [draft, releases] = [await draftAgenda(db, meeting), await allReleases(db, meeting)]
  const written = new Set((await minutesIn(db, meeting)).keys())
  const open = draft.slots.filter(({ internal }) => !internal)
  const all = [...open, ...releases.flatMap(({ slots, withdrawn }) => [...slots, ...withdrawn])]
  const first = new Map(all.toReversed().map((slot) => [slot.id, slot]))
  const current = new Set([...open, ...(releases[0]?.slots ?? [])].map(({ id }) => id))
  const ids = [...new Set(all.map(({ id }) => id))].filter((id) => current.has(id) || written.has(id))
  return ids.flatMap((id) => {
    const slot = first.get(id)
    if (!slot || (slot.type === 'break' && !written.has(id))) return []
    return [{ id, title: slot.title, type: slot.type, names: slot.speakers.map(({ name }) => name) }]
  })
}

/** By the id of the slot. */
export async function minutesIn(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Map<string, Minutes>> {
  const rows = await db.select().from(minutes).where(eq(minutes.meetingId, meeting.id))
  return new Map(rows.map((row) => [row.slotId, row]))
}

export async function minutesOf(db: Reads, slot: { id: string }): Promise<Minutes | null> {
  const [found] = await db.select().from(minutes).where(eq(minutes.slotId, slot.id))
  return found ?? null
}

/** The newest first. */
export async function versionsOf(db: Reads, slot: { id: string }): Promise<Version[]> {
  return await db
    .select({ ...getTableColumns(minuteVersions), name: organisers.name })
    .from(minuteVersions)
    .leftJoin(organisers, eq(organisers.id, minuteVersions.by))
    .where(eq(minuteVersions.slotId, slot.id))
    .orderBy(desc(minuteVersions.number))
}

export async function versionOf(db: Reads, slot: { id: string }, number: number): Promise<Version | null> {
  const [found] = await db
    .select({ ...getTableColumns(minuteVersions), name: organisers.name })
    .from(minuteVersions)
    .leftJoin(organisers, eq(organisers.id, minuteVersions.by))
    .where(and(eq(minuteVersions.slotId, slot.id), eq(minuteVersions.number, number)))
  return found ?? null
}

/** Of which of these meetings everybody may read minutes. */
export async function meetingsWithMinutes(db: Reads, of: readonly Pick<Meeting, 'id'>[]): Promise<Set<string>> {
  const ids = of.map(({ id }) => id)
  const rows = await preparedForAll(db, ids, publishedIn).execute()
  if (rows.length === 0) return new Set()
  const released = [...(await latestReleases(db, of)).values()].flatMap(({ slots }) => slots.map(({ id }) => id))
  const inAgenda = new Set(released)
  return new Set(rows.filter(({ slotId }) => inAgenda.has(slotId)).map(({ meetingId }) => meetingId))
}

const publishedIn = (db: Reads, meetings: Given[]) =>
  db
    .select({ slotId: minutes.slotId, meetingId: minutes.meetingId })
    .from(minutes)
    .where(
      and(inArray(minutes.meetingId, meetings), isNotNull(minutes.publishedAt), isNotNull(minutes.approvedVersion)),
    )

/** What everybody reads of a meeting, by the id of its slot: approved, published, and of the released agenda. */
export async function publicMinutes(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Map<string, Localised>> {
  const released = await releasedAgenda(db, meeting)
  const ids = released?.slots.map(({ id }) => id) ?? []
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ slotId: minutes.slotId, text: minuteVersions.text })
    .from(minutes)
    .innerJoin(
      minuteVersions,
      and(eq(minuteVersions.slotId, minutes.slotId), eq(minuteVersions.number, minutes.approvedVersion)),
    )
    .where(and(eq(minutes.meetingId, meeting.id), isNotNull(minutes.publishedAt), inArray(minutes.slotId, ids)))
    .orderBy(asc(minutes.slotId))
  return new Map(rows.map(({ slotId, text }) => [slotId, text]))
}

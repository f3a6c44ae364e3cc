import { inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Room, speakers } from '../../db/schema.ts'
import { applied } from './applied.ts'
import type { DraftAgenda, Speaking, SpokenSlot } from './queries.ts'
import { type RowChange, turned } from './rows.ts'
import type { Step } from './steps.ts'
import { timetable } from './timetable.ts'

/** What a change would overwrite: everything of a slot or room, or only where and how long a slot is. */
export type Concern = { about: string; what: 'anything' | 'placement'; seen: number | null }

/** A slot as it was: `startsAt` null in the tray, `room` null for all of them. */
export type SlotThen = SpokenSlot & { startsAt: Temporal.Instant | null; room: Room | null }

/** What somebody did meanwhile to what is concerned; null where it was not there. */
export type Since = {
  by: string | null
  at: Temporal.Instant
  slot: { before: SlotThen | null; after: SlotThen | null } | null
  room: { before: Room | null; after: Room | null } | null
}

/** Done since, the oldest first. Empty: more than is remembered. */
export type Conflict = { since: Since[] }

/** What of the steps since the page was shown stands against a change; null when nothing does. */
export async function conflictOf(
  db: Reads,
  draft: DraftAgenda,
  since: readonly Step[],
  concern: Concern,
): Promise<Conflict | null> {
  const against = since.filter((step) => touches(step, concern))
  const isForgotten = since.length < (since.at(-1)?.number ?? 0) - (concern.seen ?? 0)
  if (against.length === 0 && !isForgotten) return null
  return { since: await toldOf(db, draft, since, against, concern.about) }
}

const placement = ['dayId', 'roomId', 'position', 'minutes', 'gapMinutes', 'pinnedAt']

export function touches({ changes }: Step, { about, what }: Pick<Concern, 'about' | 'what'>): boolean {
  return changes.rows.some((row) => {
    if (row.key[0] !== about || isRenumbering(row, changes.about)) return false
    if (what === 'anything' || !row.before || !row.after) return true
    return row.table === 'slots' && Object.keys(row.after).some((name) => placement.includes(name))
  })
}

/** Others that got a new position to make room have not moved. */
function isRenumbering({ table, key, after }: RowChange, about: string): boolean {
  return table === 'slots' && key[0] !== about && after !== null && Object.keys(after).join() === 'position'
}

/** Walks back from the draft as it is, step by step. */
async function toldOf(
  db: Reads,
  draft: DraftAgenda,
  since: readonly Step[],
  against: readonly Step[],
  about: string,
): Promise<Since[]> {
  const people = await peopleIn(db, since)
  const told: Since[] = []
  let after = draft
  for (const step of since.toReversed()) {
    const before = applied(after, turned(step.changes.rows), people)
    if (against.includes(step)) told.unshift(between(before, after, step, about))
    after = before
  }
  return told
}

function between(before: DraftAgenda, after: DraftAgenda, { by, at }: Step, about: string): Since {
  const [slot, room] = [slotIn(before, about), roomIn(before, about)]
  const [slotNow, roomNow] = [slotIn(after, about), roomIn(after, about)]
  return {
    by,
    at,
    slot: slot || slotNow ? { before: slot, after: slotNow } : null,
    room: room || roomNow ? { before: room, after: roomNow } : null,
  }
}

function slotIn(draft: DraftAgenda, id: string): SlotThen | null {
  const slot = draft.slots.find((one) => one.id === id)
  if (!slot) return null
  const timed = timetable(draft.days, draft.slots).find((one) => one.id === id)
  return { ...slot, startsAt: timed?.startsAt ?? null, room: roomIn(draft, slot.roomId ?? '') }
}

function roomIn({ rooms }: DraftAgenda, id: string): Room | null {
  return rooms.find((room) => room.id === id) ?? null
}

/** Whoever came to a slot or left it. */
async function peopleIn(db: Reads, since: readonly Step[]): Promise<Map<string, Speaking>> {
  const rows = since.flatMap(({ changes }) => changes.rows).filter(({ table }) => table === 'slotSpeakers')
  const ids = [...new Set(rows.map(({ key }) => key[1] ?? ''))]
  if (ids.length === 0) return new Map()
  const { id, name, kind, email, minor } = speakers
  const found = await db.select({ id, name, kind, email, minor }).from(speakers).where(inArray(speakers.id, ids))
  return new Map(found.map((one) => [one.id, { ...one, standing: 'planned' as const, mayBeNamed: false }]))
}

import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Room, Slot, SlotType } from '../../db/schema.ts'
import { releasedAgenda, roomsOf, slotsOf } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { timetable } from '../agenda/timetable.ts'
import { daysOf } from '../meetings/queries.ts'
import { seatsChosen, workshopsOf } from './queries.ts'

/** A slot as organisers see it who let people sign up for it. */
export type DeskSlot = {
  id: string
  slug: string
  title: Localised
  type: SlotType
  room: Localised | null
  /** Absent in the tray. */
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  /** What everybody sees of it: nothing yet, the slot, or that it is off. */
  shown: 'not-yet' | 'released' | 'off'
  /** How many its room holds, where that is known. */
  roomHolds: number | null
  /** Null: one comes without signing up. */
  places: number | null
  inside: number
  waiting: number
}

type Seen = Omit<DeskSlot, 'roomHolds' | 'places' | 'inside' | 'waiting'>

/** Every slot that one could sign up for, in the order of time; those without one come last. */
export async function deskSlots(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<DeskSlot[]> {
  const [agenda, slots] = [await releasedAgenda(db, meeting), await slotsOf(db, meeting)]
  const [rooms, days] = [await roomsOf(db, meeting), await daysOf(db, meeting)]
  const [workshops, seats] = [await workshopsOf(db, meeting), await seatsChosen(db, meeting)]
  const placesOf = ({ id }: { id: string }) => workshops.find(({ slotId }) => slotId === id)?.places ?? null
  const off = (agenda?.withdrawn ?? []).filter((slot) => placesOf(slot) !== null)
  const shown = [
    ...(agenda?.slots ?? []).map((slot) => asReleased(slot, 'released')),
    ...off.map((slot) => asReleased(slot, 'off')),
  ]
  const drafted = slots.filter(({ id, internal }) => !internal && !shown.some((slot) => slot.id === id))
  const timed = new Map(timetable(days, slots).map((slot) => [slot.id, slot]))
  return [...shown, ...drafted.map((slot) => asDrafted(slot, timed.get(slot.id), rooms))]
    .filter((slot) => slot.type !== 'break' || placesOf(slot) !== null)
    .toSorted((a, b) => whenOf(a) - whenOf(b))
    .map((slot) => {
      const { in: inside, waiting } = seats.get(slot.id) ?? { in: 0, waiting: 0 }
      return { ...slot, roomHolds: holding(slot, slots, rooms), places: placesOf(slot), inside, waiting }
    })
}

/** Those that are workshops by type, or that one signs up for; the others can be opened too. */
export function isWorkshop({ type, places }: Pick<DeskSlot, 'type' | 'places'>): boolean {
  return type === 'workshop' || places !== null
}

function asReleased({ id, slug, title, type, room, ...span }: ReleasedSlot, shown: 'released' | 'off'): Seen {
  const [startsAt, endsAt] = [Temporal.Instant.from(span.startsAt), Temporal.Instant.from(span.endsAt)]
  return { id, slug, title, type, room, startsAt, endsAt, shown }
}

type Timed = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

function asDrafted(slot: Slot, timed: Timed | undefined, rooms: readonly Room[]): Seen {
  const { id, slug, title, type, roomId } = slot
  const room = rooms.find((one) => one.id === roomId)?.name ?? null
  return {
    id,
    slug,
    title,
    type,
    room,
    startsAt: timed?.startsAt ?? null,
    endsAt: timed?.endsAt ?? null,
    shown: 'not-yet',
  }
}

function holding({ id }: Seen, slots: readonly Slot[], rooms: readonly Room[]): number | null {
  const roomId = slots.find((slot) => slot.id === id)?.roomId
  return rooms.find((room) => room.id === roomId)?.capacity ?? null
}

function whenOf({ startsAt }: Seen): number {
  return startsAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
}

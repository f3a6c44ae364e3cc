import type { Day, Room } from '../../db/schema.ts'
import { rowsOf } from '../../server/agenda/adjust-slot.ts'
import { applied } from '../../server/agenda/applied.ts'
import { moved } from '../../server/agenda/move-slot.ts'
import { pinned } from '../../server/agenda/pin-slot.ts'
import { placed } from '../../server/agenda/placing.ts'
import { positionAtEnd } from '../../server/agenda/position.ts'
import type { DraftAgenda, SpokenSlot } from '../../server/agenda/queries.ts'
import { added, type RowChange, removed } from '../../server/agenda/rows.ts'
import { sharesLane } from '../../server/agenda/timetable.ts'
import { numbered, type Stroke } from './strokes.ts'

const starts = Temporal.Instant.from('2026-12-12T08:00:00Z')

/** An empty draft with so many days, each of ten hours, and rooms. */
export function emptyDraft(days: number, rooms: number): DraftAgenda {
  const day = (_: unknown, i: number): Day => {
    const startsAt = starts.add({ hours: 24 * i })
    return { id: `day ${i + 1}`, meetingId: 'kickoff', startsAt, endsAt: startsAt.add({ hours: 10 }) }
  }
  const room = (_: unknown, i: number): Room => ({
    id: `room ${i + 1}`,
    meetingId: 'kickoff',
    position: i + 1,
    name: {},
    capacity: null,
  })
  return { days: Array.from({ length: days }, day), rooms: Array.from({ length: rooms }, room), slots: [] }
}

export type Drawn = { draft: DraftAgenda; rows: RowChange[]; about: string }

/** What a stroke makes of a draft, by the rules alone. */
export function draw(draft: DraftAgenda, stroke: Stroke, number: number): Drawn {
  const [about, rows] = rowsFor(draft, stroke, number)
  return { draft: applied(draft, rows), rows, about }
}

function rowsFor(draft: DraftAgenda, stroke: Stroke, number: number): [string, RowChange[]] {
  if (stroke.do === 'add') {
    const slot = newSlot(draft, stroke, `slot ${number}`)
    return [slot.id, [added('slots', slot)]]
  }
  const slot = numbered(draft.slots, stroke.slot + 1)
  if (!slot) return ['', []]
  const { speakers, ...row } = slot
  if (stroke.do === 'remove') return [slot.id, [removed('slots', row)]]
  return [slot.id, rowsOf(draft, adjustments(draft, slot, stroke))]
}

type Adjusting = Exclude<Stroke, { do: 'add' }>

function adjustments(draft: DraftAgenda, slot: SpokenSlot, stroke: Adjusting) {
  const { days, rooms, slots } = draft
  const columns = (change: Partial<SpokenSlot>) => new Map([[slot.id, change]])
  switch (stroke.do) {
    case 'earlier':
    case 'later':
      return moved(days, slots, slot, stroke.do)
    case 'pin':
      return pinned(draft, slot)
    case 'unpin':
      return columns({ pinnedAt: null })
    case 'stretch':
      return columns({ minutes: stroke.minutes })
    case 'gap':
      return columns({ gapMinutes: stroke.minutes })
    case 'room':
      return columns({ roomId: numbered(rooms, stroke.room)?.id ?? null })
    case 'place':
      return placed(days, slots, slot, placeOf(draft, slot, stroke))
    case 'remove':
      return new Map()
  }
}

export function placeOf(
  { days, rooms, slots }: DraftAgenda,
  slot: SpokenSlot,
  stroke: Extract<Stroke, { do: 'place' }>,
) {
  const day = numbered(days, stroke.day)
  const roomId = numbered(rooms, stroke.room)?.id ?? null
  const isBeside = (other: SpokenSlot) =>
    other.id !== slot.id && other.dayId === (day?.id ?? null) && (!day || sharesLane(other, { roomId }))
  const before = stroke.before === null ? undefined : numbered(slots.filter(isBeside), stroke.before + 1)
  const at = day && stroke.at !== null && !before ? day.startsAt.add({ minutes: stroke.at }) : null
  return { dayId: day?.id ?? null, roomId, before: before?.id ?? null, at }
}

function newSlot({ days, rooms, slots }: DraftAgenda, stroke: Extract<Stroke, { do: 'add' }>, id: string) {
  return {
    ...{
      id,
      slug: id,
      meetingId: 'kickoff',
      type: 'story' as const,
      title: {},
      summary: {},
      position: positionAtEnd(slots),
    },
    dayId: numbered(days, stroke.day)?.id ?? null,
    roomId: numbered(rooms, stroke.room)?.id ?? null,
    ...{ minutes: stroke.minutes, gapMinutes: stroke.gap, pinnedAt: null, internal: false },
    ...{ introducedBy: '', slidesWanted: false, slidesPublishedAt: null },
  }
}

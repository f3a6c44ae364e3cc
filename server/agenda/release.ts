import type { Localised } from '../../db/languages.ts'
import type { Room, SlotType } from '../../db/schema.ts'
import { isReckonedWith } from '../speakers/standings.ts'
import { differences } from './draft-changes.ts'
import type { DraftAgenda, Speaking, SpokenSlot } from './queries.ts'
import { byTime, type TimedSlot, timetable } from './timetable.ts'

/** As the public knows them; what else is known of them is asked by id, when it is shown. */
export type ReleasedSpeaker = { id: string; name: string }

/** A slot as the public knows it; times are ISO instants. */
export type ReleasedSlot = {
  id: string
  slug: string
  type: SlotType
  title: Localised
  summary: Localised
  room: Localised | null
  startsAt: string
  endsAt: string
  /** It starts when it does, however late the day runs. */
  pinned: boolean
  speakers: ReleasedSpeaker[]
  /** Who else was asked to speak, by id: they hear of changes too, and nobody sees them. */
  unnamed?: string[]
  sequence: number
  changedAt: string
}

/** Withdrawn slots are kept, so that calendars which have them learn that they are off. */
export type ReleasedAgenda = {
  slots: ReleasedSlot[]
  withdrawn: ReleasedSlot[]
  /** Made because the days of the meeting moved, which its own letter tells. */
  withDays?: true
}
export type Released = ReleasedAgenda & {
  version: number
  releasedAt: Temporal.Instant
  /** What its organisers called it; often nothing. */
  name: string
  /** By how much the day ran late, when that is all it tells. */
  lateMinutes: number | null
}

/** What a release would say of a slot, before it is numbered. */
export type PlannedSlot = Omit<ReleasedSlot, 'sequence' | 'changedAt'>

/** Everything of the draft that the public may see: with a time, and no blocker. In the order of time, then of rooms. */
export function planned({ days, rooms, slots }: DraftAgenda): PlannedSlot[] {
  const place = (slot: SpokenSlot) => rooms.findIndex(({ id }) => id === slot.roomId)
  return timetable(days, slots)
    .filter((slot) => !slot.internal)
    .toSorted((a, b) => byTime(a, b) || place(a) - place(b))
    .map((slot) => contentOf(slot, rooms))
}

/**
 * The release that follows: a slot whose calendar entry changes gets the next SEQUENCE (RFC 5545 3.8.7.4), one that is
 * gone is withdrawn, and one that comes back goes on counting where it stopped.
 */
export function nextRelease(
  previous: ReleasedAgenda | null,
  timed: readonly PlannedSlot[],
  now: Temporal.Instant,
): ReleasedAgenda {
  const { slots: before, withdrawn } = previous ?? { slots: [], withdrawn: [] }
  const changed = (slot: ReleasedSlot) => ({ sequence: slot.sequence + 1, changedAt: now.toString() })
  const stays = ({ id }: ReleasedSlot) => timed.some((slot) => slot.id === id)
  return {
    slots: timed.map((slot) => {
      const known = before.find(({ id }) => id === slot.id)
      const gone = withdrawn.find(({ id }) => id === slot.id)
      if (gone) return { ...slot, ...changed(gone) }
      if (!known) return { ...slot, sequence: 0, changedAt: now.toString() }
      const isNews = differences(known, slot).some((kind) => kind !== 'rewritten')
      return { ...slot, ...(isNews ? changed(known) : { sequence: known.sequence, changedAt: known.changedAt }) }
    }),
    withdrawn: [
      ...withdrawn.filter((slot) => !stays(slot)),
      ...before.filter((slot) => !stays(slot)).map((slot) => ({ ...slot, ...changed(slot) })),
    ],
  }
}

function contentOf(slot: TimedSlot<SpokenSlot>, rooms: readonly Room[]): PlannedSlot {
  const { id, slug, type, title, summary, pinnedAt } = slot
  const speakers = slot.speakers.filter(isPublic).map((speaker) => ({ id: speaker.id, name: speaker.name }))
  const room = rooms.find((one) => one.id === slot.roomId)?.name ?? null
  const times = { startsAt: slot.startsAt.toString(), endsAt: slot.endsAt.toString() }
  const others = slot.speakers.filter((speaker) => !isPublic(speaker) && isReckonedWith(speaker)).map(({ id }) => id)
  const unnamed = others.length > 0 ? { unnamed: others } : {}
  return { id, slug, type, title, summary, room, ...times, pinned: pinnedAt !== null, speakers, ...unnamed }
}

/** Their own yes is not enough: organisers confirm it, and for a minor a guardian agrees. */
function isPublic({ standing, mayBeNamed }: Speaking): boolean {
  return standing === 'confirmed' && mayBeNamed
}

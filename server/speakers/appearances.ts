import { and, asc, eq, inArray } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Meeting,
  meetings,
  type Slot,
  type SlotSpeaker,
  type Speaker,
  slotSpeakers,
  slots,
} from '../../db/schema.ts'
import { type DraftAgenda, draftAgenda, publicAgenda, type Speaking, type SpokenSlot } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { timetable } from '../agenda/timetable.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** A speaker in a slot: what they were asked and said, and when it is their turn. */
export type Appearance = SlotSpeaker & {
  meeting: Meeting
  slot: Slot
  /** As released, else as planned; null without a time: in the tray, or the meeting is postponed. */
  when: Span | null
  /** Whether the public has been told that time: only then is it sure. */
  isSure: boolean
  room: Localised | null
  /** Whom they share the slot with. */
  others: Speaking[]
  /** The slot in the calendars of people; null before it is released. */
  released: ReleasedSlot | null
}

/** Everywhere they speak in the project, in the order of time. */
export async function appearancesOf(db: Reads, speaker: Pick<Speaker, 'id'>): Promise<Appearance[]> {
  const its = await db
    .selectDistinct({ id: slots.meetingId })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(eq(slotSpeakers.speakerId, speaker.id))
  const ids = its.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await db.select().from(meetings).where(inArray(meetings.id, ids)).orderBy(asc(meetings.startsAt))
  const all: Appearance[] = []
  // A speaker has few meetings, and each agenda is read whole.
  for (const meeting of found) all.push(...(await appearancesIn(db, meeting, [speaker.id])))
  return all
}

/** Who speaks at a meeting, slot by slot in the order of time; only these speakers, if some are given. */
export async function appearancesIn(
  db: Reads,
  meeting: Meeting,
  only: readonly string[] | null = null,
): Promise<Appearance[]> {
  const draft = await draftAgenda(db, meeting)
  const released = await publicAgenda(db, { id: meeting.projectId }, meeting)
  const rows = await db
    .select({ row: slotSpeakers })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(and(eq(slots.meetingId, meeting.id), only ? inArray(slotSpeakers.speakerId, [...only]) : undefined))
    .orderBy(asc(slotSpeakers.position))
  const known = { meeting, draft, released: released?.slots ?? [], times: timesIn(draft) }
  return rows.flatMap(({ row }) => appearance(row, known)).toSorted(byTime)
}

type Known = {
  meeting: Meeting
  draft: DraftAgenda
  released: readonly ReleasedSlot[]
  times: Map<string, Span>
}

function timesIn({ days, slots }: DraftAgenda): Map<string, Span> {
  return new Map(timetable(days, slots).map(({ id, startsAt, endsAt }) => [id, { startsAt, endsAt }]))
}

function appearance(row: SlotSpeaker, { meeting, draft, released, times }: Known): Appearance[] {
  const spoken = draft.slots.find(({ id }) => id === row.slotId)
  if (!spoken) return []
  const { speakers, ...slot } = spoken
  const told = released.find(({ id }) => id === slot.id) ?? null
  const isOn = meeting.status !== 'postponed'
  return [
    {
      ...row,
      meeting,
      slot,
      when: isOn ? (told ? spanOf(told) : (times.get(slot.id) ?? null)) : null,
      isSure: isOn && told !== null && meeting.status === 'published',
      room: told ? told.room : roomOf(draft, spoken),
      others: speakers.filter(({ id, standing }) => id !== row.speakerId && standing !== 'declined'),
      released: told,
    },
  ]
}

function spanOf({ startsAt, endsAt }: ReleasedSlot): Span {
  return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) }
}

function roomOf({ rooms }: DraftAgenda, { roomId }: SpokenSlot): Localised | null {
  return rooms.find(({ id }) => id === roomId)?.name ?? null
}

/** Those without a time last. */
function byTime(a: Appearance, b: Appearance): number {
  if (!a.when || !b.when) return Number(!a.when) - Number(!b.when)
  return Temporal.Instant.compare(a.when.startsAt, b.when.startsAt)
}

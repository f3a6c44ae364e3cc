import { and, asc, desc, eq, getTableColumns, given, gte, inArray, max } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, prepared, preparedForAll } from '../../db/prepared.ts'
import {
  agendaSteps,
  type Day,
  type Meeting,
  type Project,
  type Room,
  releases,
  rooms,
  type Slot,
  type Speaker,
  type Standing,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { daysOf } from '../meetings/queries.ts'
import { unnamed } from '../speakers/queries.ts'
import { withdrawnIn } from '../speakers/withdrawals.ts'
import { asReleased } from './as-released.ts'
import type { Released, ReleasedSlot } from './release.ts'

/** Somebody who speaks in a slot of the draft. `mayBeNamed`: of age, or a guardian has agreed. */
export type Speaking = Pick<Speaker, 'id' | 'name' | 'kind' | 'email' | 'minor'> & {
  standing: Standing
  mayBeNamed: boolean
}
export type SpokenSlot = Slot & { speakers: Speaking[] }
export type DraftAgenda = { rooms: Room[]; days: Day[]; slots: SpokenSlot[] }

/**
 * The agenda the public sees, or null before the first release. Whoever has said no since, or whose guardian has, is no
 * longer named.
 */
export async function publicAgenda(
  db: Reads,
  project: Pick<Project, 'id'>,
  meeting: Pick<Meeting, 'id'>,
): Promise<Released | null> {
  const released = await releasedAgenda(db, meeting)
  if (!released) return null
  return named(released, await unnamed(db, project), await withdrawnIn(db, [meeting]))
}

/** The same of several meetings of a project in as many queries as of one; by the meeting's id. */
export async function publicAgendas(
  db: Reads,
  project: Pick<Project, 'id'>,
  of: readonly Pick<Meeting, 'id'>[],
): Promise<Map<string, Released>> {
  if (of.length === 0) return new Map()
  const found = await latestReleases(db, of)
  const [hidden, off] = [await unnamed(db, project), await withdrawnIn(db, of)]
  return new Map([...found].map(([id, released]) => [id, named(released, hidden, off)]))
}

function named(released: Released, hidden: Set<string>, off: Set<string>): Released {
  const isShown = (slot: ReleasedSlot, id: string) => !hidden.has(id) && !off.has(`${slot.id} ${id}`)
  const shown = (slot: ReleasedSlot) => ({ ...slot, speakers: slot.speakers.filter(({ id }) => isShown(slot, id)) })
  return { ...released, slots: released.slots.map(shown), withdrawn: released.withdrawn.map(shown) }
}

/** The last release of each as it was written down, by the meeting's id. */
export async function latestReleases(db: Reads, of: readonly Pick<Meeting, 'id'>[]): Promise<Map<string, Released>> {
  const ids = of.map(({ id }) => id)
  const rows = await preparedForAll(db, ids, latestOfEach).execute()
  return new Map(rows.map((row) => [row.meetingId, asReleased(row)]))
}

function latestOfEach(db: Reads, meetings: Given[]) {
  const { meetingId, version } = releases
  const last = db
    .select({ id: meetingId, version: max(version).as('last') })
    .from(releases)
    .where(inArray(meetingId, meetings))
    .groupBy(meetingId)
    .as('latest')
  return db
    .select(getTableColumns(releases))
    .from(releases)
    .innerJoin(last, and(eq(last.id, meetingId), eq(last.version, version)))
}

/** The last release as it was written down, or null before the first. */
export async function releasedAgenda(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Released | null> {
  const [latest] = await prepared(db, latestOfOne).execute({ meeting: meeting.id })
  return latest ? asReleased(latest) : null
}

const latestOfOne = (db: Reads) =>
  db
    .select()
    .from(releases)
    .where(eq(releases.meetingId, given('meeting')))
    .orderBy(desc(releases.version))
    .limit(1)

/** Every release as it was written down, the newest first. */
export async function allReleases(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Released[]> {
  const rows = await db
    .select()
    .from(releases)
    .where(eq(releases.meetingId, meeting.id))
    .orderBy(desc(releases.version))
  return rows.map(asReleased)
}

/** From one release to the newest, in their order. */
export async function releasesSince(db: Reads, meeting: Pick<Meeting, 'id'>, from: number): Promise<Released[]> {
  const rows = await db
    .select()
    .from(releases)
    .where(and(eq(releases.meetingId, meeting.id), gte(releases.version, from)))
    .orderBy(asc(releases.version))
  return rows.map(asReleased)
}

/** The number of the last release, 0 before the first. */
export async function latestVersion(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const [row] = await db
    .select({ last: max(releases.version) })
    .from(releases)
    .where(eq(releases.meetingId, meeting.id))
  return Number(row?.last ?? 0)
}

/** How far the draft has got: the number of its last step, 0 before the first. */
export async function lastStep(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const [row] = await db
    .select({ last: max(agendaSteps.number) })
    .from(agendaSteps)
    .where(eq(agendaSteps.meetingId, meeting.id))
  return Number(row?.last ?? 0)
}

/** The agenda as organisers are making it. As many queries, however long it is. */
export async function draftAgenda(db: Reads, meeting: Pick<Meeting, 'id' | 'projectId'>): Promise<DraftAgenda> {
  const [ofMeeting, its] = [await roomsOf(db, meeting), await daysOf(db, meeting)]
  const planned = await slotsOf(db, meeting)
  const spoken = Map.groupBy(await speakersOf(db, meeting), ({ slotId }) => slotId)
  const speakersIn = ({ id }: Slot) => (spoken.get(id) ?? []).map(({ slotId, ...speaking }) => speaking)
  return { rooms: ofMeeting, days: its, slots: planned.map((slot) => ({ ...slot, speakers: speakersIn(slot) })) }
}

export async function roomsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Room[]> {
  return await db
    .select()
    .from(rooms)
    .where(eq(rooms.meetingId, meeting.id))
    .orderBy(asc(rooms.position), asc(rooms.id))
}

export async function slotsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Slot[]> {
  return await db
    .select()
    .from(slots)
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(slots.position), asc(slots.id))
}

/** The one of that address, or null. */
export async function slotAt(db: Reads, meeting: Pick<Meeting, 'id'>, slug: string): Promise<Slot | null> {
  const [slot] = await db
    .select()
    .from(slots)
    .where(and(eq(slots.meetingId, meeting.id), eq(slots.slug, slug)))
  return slot ?? null
}

/** In the order in which they were given. */
async function speakersOf(
  db: Reads,
  meeting: Pick<Meeting, 'id' | 'projectId'>,
): Promise<(Speaking & { slotId: string })[]> {
  const { id, name, kind, email, minor } = speakers
  const rows = await db
    .select({ slotId: slotSpeakers.slotId, standing: slotSpeakers.standing, id, name, kind, email, minor })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(slotSpeakers.position))
  const hidden = await unnamed(db, { id: meeting.projectId })
  return rows.map((row) => ({ ...row, mayBeNamed: !hidden.has(row.id) }))
}

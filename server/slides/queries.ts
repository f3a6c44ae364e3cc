import { and, asc, count, eq, inArray, isNotNull, lte, ne, notExists, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, preparedForAll } from '../../db/prepared.ts'
import {
  type Meeting,
  meetings,
  type Project,
  projects,
  type Slides,
  type Slot,
  type Speaker,
  slides,
  slotSpeakers,
  slots,
} from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { unnamed } from '../speakers/queries.ts'
import { isPublished } from './published.ts'

export type Placed = { project: Project; meeting: Meeting; slot: Slot; slides: Slides }

/**
 * What everybody may read of a meeting, by the id of its slot. Only slots of the released agenda are public: whoever
 * shows these goes through it.
 */
export async function publishedSlides(
  db: Reads,
  project: Pick<Project, 'id'>,
  ...of: Pick<Meeting, 'id'>[]
): Promise<Map<string, Slides[]>> {
  const rows = await preparedForAll(db, idsOf(of), publishedIn).execute()
  if (rows.length === 0) return new Map()
  const withheld = await withheldSlots(db, project, ...of)
  const shown = rows.map((row) => row.slides).filter(({ slotId }) => !withheld.has(slotId))
  return Map.groupBy(shown, ({ slotId }) => slotId)
}

const publishedIn = (db: Reads, meetings: Given[]) =>
  db
    .select({ slides })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .where(
      and(
        inArray(slots.meetingId, meetings),
        isNotNull(slots.slidesPublishedAt),
        lte(slides.handedInAt, slots.slidesPublishedAt),
      ),
    )
    .orderBy(asc(slides.handedInAt), asc(slides.id))

/**
 * The ids of slots with a young speaker, or with what one has handed in, whose guardian has not agreed to the name:
 * slides begin with names.
 */
export async function withheldSlots(
  db: Reads,
  project: Pick<Project, 'id'>,
  ...of: Pick<Meeting, 'id'>[]
): Promise<Set<string>> {
  const hidden = await unnamed(db, project)
  if (hidden.size === 0) return new Set()
  const speaking = await db
    .select({ slotId: slotSpeakers.slotId, speakerId: slotSpeakers.speakerId })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(and(inArray(slots.meetingId, idsOf(of)), ne(slotSpeakers.standing, 'declined')))
  const handedIn = await db
    .select({ slotId: slides.slotId, speakerId: slides.speakerId })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .where(inArray(slots.meetingId, idsOf(of)))
  const isHidden = ({ speakerId }: { speakerId: string | null }) => speakerId !== null && hidden.has(speakerId)
  return new Set([...speaking, ...handedIn].filter(isHidden).map(({ slotId }) => slotId))
}

function idsOf(of: readonly { id: string }[]): string[] {
  return of.map(({ id }) => id)
}

/** All of a meeting, by the id of the slot, in the order in which they came. */
export async function slidesOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Map<string, Slides[]>> {
  const rows = await db
    .select({ slides })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(slides.handedInAt), asc(slides.id))
  return Map.groupBy(
    rows.map((row) => row.slides),
    ({ slotId }) => slotId,
  )
}

export async function slidesIn(db: Reads, slot: Pick<Slot, 'id'>): Promise<Slides[]> {
  return await db
    .select()
    .from(slides)
    .where(eq(slides.slotId, slot.id))
    .orderBy(asc(slides.handedInAt), asc(slides.id))
}

/** For how many slots slides are wanted and not there. */
export async function slidesMissing(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const handedIn = db.select({ yes: sql`1` }).from(slides).where(eq(slides.slotId, slots.id))
  const [row] = await db
    .select({ slots: count() })
    .from(slots)
    .where(and(eq(slots.meetingId, meeting.id), eq(slots.slidesWanted, true), notExists(handedIn)))
  return row?.slots ?? 0
}

export async function slidesWithPlace(db: Reads, id: string): Promise<Placed | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, slot: slots, slides })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(slides.id, id))
  return found ?? null
}

/** Whether everybody may read them: published, of a slot that is in the released agenda, and nobody's guardian is against it. */
export async function isForEverybody(db: Reads, { project, meeting, slot, slides: its }: Placed): Promise<boolean> {
  if (!project.publishedAt || meeting.status === 'draft' || !isPublished(slot, its)) return false
  const agenda = await releasedAgenda(db, meeting)
  if (!agenda?.slots.some(({ id }) => id === slot.id)) return false
  return !(await withheldSlots(db, project, meeting)).has(slot.id)
}

/** With whether everybody may read them, as far as the switch of their slot goes. */
export type ShownSlides = Slides & { published: boolean }
export type OwnSlot = { meeting: Meeting; slot: Slot; slides: ShownSlides[] }

/** The slots for which a speaker may hand slides in: those they said yes to, if slides are wanted or there already. */
export async function ownSlots(db: Reads, speaker: Pick<Speaker, 'id'>): Promise<OwnSlot[]> {
  const rows = await db
    .select({ meeting: meetings, slot: slots })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .where(and(eq(slotSpeakers.speakerId, speaker.id), inArray(slotSpeakers.standing, ['accepted', 'confirmed'])))
    .orderBy(asc(meetings.startsAt), asc(slots.position), asc(slots.id))
  const ids = rows.map(({ slot }) => slot.id)
  const handedIn = await db
    .select()
    .from(slides)
    .where(inArray(slides.slotId, ids))
    .orderBy(asc(slides.handedInAt), asc(slides.id))
  const bySlot = Map.groupBy(handedIn, ({ slotId }) => slotId)
  const own = rows.map(({ meeting, slot }) => ({ meeting, slot, slides: shown(slot, bySlot.get(slot.id) ?? []) }))
  return own.filter(({ slot, slides: its }) => slot.slidesWanted || its.length > 0)
}

export function shown(slot: Slot, its: readonly Slides[]): ShownSlides[] {
  return its.map((one) => ({ ...one, published: isPublished(slot, one) }))
}

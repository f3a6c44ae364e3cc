import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, type Project, slotSpeakers, slots } from '../../db/schema.ts'
import { draftAgenda, releasedAgenda, type SpokenSlot } from '../agenda/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { slidesDue } from './due.ts'
import { limits } from './own.ts'
import { type ShownSlides, shown, slidesOf, withheldSlots } from './queries.ts'

/** A slot as those see it who collect slides. */
export type Collected = {
  slot: SpokenSlot
  slides: ShownSlides[]
  /** When its speakers were reminded, by their ids. */
  reminded: Map<string, Temporal.Instant>
  /** A guardian's yes is missing: it cannot be published. */
  withheld: boolean
  released: boolean
}

export type Desk = {
  project: Project
  meeting: Meeting
  due: Temporal.Instant
  begun: boolean
  /** Wanted and not there. */
  missing: Collected[]
  handedIn: Collected[]
  /** Nobody asked for them; breaks and blockers aside. */
  notAsked: Collected[]
  most: typeof limits
}

/** What has come in for a meeting, and what has not. As many queries, however many slots there are. */
export async function slidesDesk(db: Reads, project: Project, meeting: Meeting, now: Temporal.Instant): Promise<Desk> {
  const all = await collected(db, project, meeting)
  return {
    ...{ project, meeting, due: slidesDue(meeting), begun: hasBegun(meeting, now), most: limits },
    missing: all.filter(({ slot, slides }) => slot.slidesWanted && slides.length === 0),
    handedIn: all.filter(({ slides }) => slides.length > 0),
    notAsked: all.filter(({ slot, slides }) => !slot.slidesWanted && slides.length === 0 && isTold(slot)),
  }
}

async function collected(db: Reads, project: Project, meeting: Meeting): Promise<Collected[]> {
  const [draft, released] = [await draftAgenda(db, meeting), await releasedAgenda(db, meeting)]
  const [its, withheld] = [await slidesOf(db, meeting), await withheldSlots(db, project, meeting)]
  const reminders = await remindersOf(db, meeting)
  return draft.slots.map((slot) => ({
    slot,
    slides: shown(slot, its.get(slot.id) ?? []),
    reminded: reminders.get(slot.id) ?? new Map(),
    withheld: withheld.has(slot.id),
    released: released?.slots.some(({ id }) => id === slot.id) ?? false,
  }))
}

function isTold({ type, internal }: SpokenSlot): boolean {
  return type !== 'break' && !internal
}

async function remindersOf(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
): Promise<Map<string, Map<string, Temporal.Instant>>> {
  const rows = await db
    .select({ slotId: slots.id, speakerId: slotSpeakers.speakerId, at: slotSpeakers.slidesRemindedAt })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(and(eq(slots.meetingId, meeting.id), isNotNull(slotSpeakers.slidesRemindedAt)))
  const bySlot = Map.groupBy(rows, ({ slotId }) => slotId)
  const times = (its: typeof rows) => new Map(its.flatMap(({ speakerId, at }) => (at ? [[speakerId, at]] : [])))
  return new Map([...bySlot].map(([slotId, its]) => [slotId, times(its)]))
}

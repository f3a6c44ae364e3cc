import { and, asc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Cue, cues, type Meeting } from '../../db/schema.ts'
import { draftAgenda, type SpokenSlot } from '../agenda/queries.ts'
import { type TimedSlot, timetable } from '../agenda/timetable.ts'

/** One slot as the team sees it: with what is to be done around it, in the order of time. */
export type SheetSlot = TimedSlot<SpokenSlot> & { cues: TimedCue[] }
export type TimedCue = Cue & { at: Temporal.Instant }

/** The day as it is planned now, internal slots too; what was to be done around a slot that is gone is left out. */
export async function runSheet(db: Reads, meeting: Pick<Meeting, 'id' | 'projectId'>) {
  const { days, rooms, slots } = await draftAgenda(db, meeting)
  const all = await db.select().from(cues).where(eq(cues.meetingId, meeting.id)).orderBy(asc(cues.offset), asc(cues.id))
  const of = Map.groupBy(all, ({ slotId }) => slotId)
  const lines = timetable(days, slots).map((slot): SheetSlot => {
    const around = of.get(slot.id) ?? []
    return { ...slot, cues: around.map((cue) => ({ ...cue, at: slot.startsAt.add({ minutes: cue.offset }) })) }
  })
  return { rooms, lines }
}

export async function cueIn(db: Reads, { id }: Pick<Meeting, 'id'>, cue: string): Promise<Cue | undefined> {
  const [found] = await db
    .select()
    .from(cues)
    .where(and(eq(cues.meetingId, id), eq(cues.id, cue)))
  return found
}

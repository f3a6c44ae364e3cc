import { asc } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, rooms, slides, slotSpeakers, slots, stories } from '../../db/schema.ts'
import { draftAgenda, releasedAgenda } from '../../server/agenda/queries.ts'
import type { SlotInput } from '../../server/agenda/slot-input.ts'
import { timetable } from '../../server/agenda/timetable.ts'

/** A story for the tray; tests say what matters to them. */
export function story(lv: string, details: Partial<SlotInput> = {}): SlotInput {
  return {
    type: 'story',
    title: { lv },
    summary: {},
    minutes: 10,
    gapMinutes: 0,
    roomId: null,
    dayId: null,
    pinnedAt: null,
    internal: false,
    speakers: [],
    ...details,
  }
}

export async function firstDay(db: Database, meeting: Meeting) {
  const { days } = await draftAgenda(db, meeting)
  if (!days[0]) throw new Error('no day')
  return days[0]
}

/** The draft as organisers see it: "15:00 Luna", the tray's without a time. */
export async function draftOf(db: Database, meeting: Meeting): Promise<string[]> {
  const { days, slots } = await draftAgenda(db, meeting)
  const timed = timetable(days, slots).map((slot) => `${slot.startsAt.toString().slice(11, 16)} ${slot.title.lv}`)
  return [...timed, ...slots.filter(({ dayId }) => dayId === null).map(({ title }) => `${title.lv}`)]
}

/** The released agenda as the public's calendars see it. */
export async function releaseOf(db: Database, meeting: Meeting) {
  const agenda = await releasedAgenda(db, meeting)
  if (!agenda) return null
  const shown = ({ startsAt, title, sequence }: (typeof agenda.slots)[number]) =>
    `${startsAt.slice(11, 16)} ${title.lv} #${sequence}`
  return { version: agenda.version, slots: agenda.slots.map(shown), withdrawn: agenda.withdrawn.map(shown) }
}

/** Every row that a draft consists of, whole. */
export async function rowsOf(db: Database) {
  return {
    rooms: await db.select().from(rooms).orderBy(asc(rooms.id)),
    slots: await db.select().from(slots).orderBy(asc(slots.id)),
    speaking: await db.select().from(slotSpeakers).orderBy(asc(slotSpeakers.slotId), asc(slotSpeakers.speakerId)),
    slides: await db.select().from(slides).orderBy(asc(slides.id)),
    stories: await db.select().from(stories).orderBy(asc(stories.id)),
  }
}

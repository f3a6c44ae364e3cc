import type { DemoMeeting, DemoSlot } from '../../db/demo/shapes.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { addSlot } from '../agenda/add-slot.ts'
import { releaseAgenda } from '../agenda/release-agenda.ts'
import { addRoom } from '../agenda/rooms.ts'
import type { SlotInput } from '../agenda/slot-input.ts'
import { createMeeting } from '../meetings/create-meeting.ts'
import type { MeetingInput } from '../meetings/input.ts'
import { publishMeeting } from '../meetings/publish-meeting.ts'
import { daysOf } from '../meetings/queries.ts'
import { daysLater, type Span } from './moments.ts'

/** A draft with its agenda, a minute for each step. */
export async function planMeeting(
  db: Database,
  project: Project,
  told: DemoMeeting,
  span: Span,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  const meeting = await createMeeting(db, project, inputOf(project, told, span), by, now)
  const [day] = await daysOf(db, meeting)
  const rooms = new Map<string, string>()
  for (const [i, [key, name]] of Object.entries(told.rooms).entries()) {
    rooms.set(key, (await addRoom(db, project, meeting, name, by, now.add({ minutes: 1 + i }))).id)
  }
  for (const [i, slot] of told.agenda.entries()) {
    const slidesWanted = slot.type === 'story' && !('on' in told.time)
    const place = { dayId: day?.id ?? null, roomId: rooms.get(slot.room ?? '') ?? null }
    await addSlot(db, project, meeting, slotInput(slot, { ...place, slidesWanted }), by, now.add({ minutes: 5 + i }))
  }
  return meeting
}

/** Shows it to the public, its agenda too. */
export async function announceMeeting(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  await releaseAgenda(db, project, meeting, by, now)
  return await publishMeeting(db, project, meeting, by, now.add({ minutes: 2 }))
}

function inputOf({ zone }: Project, { place, time, ...told }: DemoMeeting, span: Span): MeetingInput {
  const { slug, title, summary, description, capacity } = told
  const days = Array.from({ length: time.wholeDays ?? 1 }, (_, i) => daysLater(span, i, zone))
  const when = { zone, days, allDay: time.wholeDays !== undefined }
  const open = { opensAt: null, closesAt: null, offerHours: 48, quietMinutes: 10 }
  return {
    slug,
    title,
    summary,
    description,
    ...place,
    onlineUrl: '',
    ...when,
    capacity,
    ...open,
  }
}

function slotInput(
  slot: DemoSlot,
  { slidesWanted, ...place }: Pick<SlotInput, 'dayId' | 'roomId' | 'slidesWanted'>,
): SlotInput {
  const { type, title, summary = {}, minutes, gapMinutes = 0, inTray = false, speakers = [] } = slot
  const where = inTray ? { dayId: null, roomId: null } : place
  const plain = { pinnedAt: null, internal: false, slidesWanted }
  return { type, title, summary, minutes, gapMinutes, ...where, ...plain, speakers }
}

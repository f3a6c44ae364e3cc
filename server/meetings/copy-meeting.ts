import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { days, meetings, rooms, slotSpeakers, slots, workshops } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { copyQuestions } from '../questions/copy-questions.ts'
import { notFound } from '../refusal.ts'
import { remindersOf } from '../reminders/queries.ts'
import { addReminders } from '../reminders/set-reminders.ts'
import { reservedOf } from '../sign-up/queries.ts'
import { setReserved } from '../sign-up/settings.ts'
import { workshopsOf } from '../workshops/queries.ts'
import { objections, refuse } from './objections.ts'
import { daysOf, freshMeeting, nextNumber, plannedOf } from './queries.ts'
import { shift } from './shift.ts'

type Shift = ReturnType<typeof shift>

/**
 * A draft like the meeting: its words, days, rooms, agenda with the places of its workshops, questions, and how people
 * sign up, moved to the new start. Nobody is registered for it, or has been asked to speak.
 */
export async function copyMeeting(
  db: Database,
  project: Project,
  meeting: Meeting,
  { slug, startsAt }: { slug: string; startsAt: Temporal.Instant },
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const model = (await freshMeeting(tx, meeting)) ?? notFound()
      refuse(await objections(tx, project, null, { slug }))
      const { zone } = model
      const moved = shift({ from: model.startsAt, to: startsAt, fromZone: zone, toZone: zone })
      const copy = await copyRow(tx, model, slug, moved, now)
      await copyAgenda(tx, model, copy, moved)
      await copyQuestions(tx, model, copy, now)
      await setReserved(tx, copy, await reservedOf(tx, model))
      const hours = (await remindersOf(tx, model)).map(({ hoursAhead }) => hoursAhead)
      await addReminders(tx, copy, hours, now)
      await record(tx, 'meeting.copied', by, { project, meeting: copy }, now, { from: meeting.slug })
      return copy
    },
    { touches: project.id, lock: project.id },
  )
}

async function copyRow(tx: Tx, model: Meeting, slug: string, moved: Shift, now: Temporal.Instant): Promise<Meeting> {
  const [copy = notFound()] = await tx
    .insert(meetings)
    .values({
      ...model,
      id: undefined,
      slug,
      number: await nextNumber(tx, { id: model.projectId }),
      status: 'draft',
      startsAt: moved(model.startsAt),
      endsAt: moved(model.endsAt),
      opensAt: model.opensAt && moved(model.opensAt),
      closesAt: model.closesAt && moved(model.closesAt),
      sequence: 0,
      createdAt: now,
      changedAt: now,
      publishedAt: null,
      ...{ joinCode: null, roomOpenedAt: null, roomClosedAt: null },
      cancelledAt: null,
      promotionPausedAt: null,
      guardKey: null,
    })
    .returning()
  return copy
}

async function copyAgenda(tx: Tx, model: Meeting, copy: Meeting, moved: Shift): Promise<void> {
  const planned = await plannedOf(tx, model)
  const newIds = new Map<string, string>()
  for (const day of await daysOf(tx, model)) {
    const row = { meetingId: copy.id, startsAt: moved(day.startsAt), endsAt: moved(day.endsAt) }
    newIds.set(day.id, idOf(await tx.insert(days).values(row).returning()))
  }
  for (const room of planned.rooms) {
    const row = { ...room, id: undefined, meetingId: copy.id }
    newIds.set(room.id, idOf(await tx.insert(rooms).values(row).returning()))
  }
  for (const slot of planned.slots) {
    newIds.set(
      slot.id,
      idOf(
        await tx
          .insert(slots)
          .values(copiedSlot(slot, copy, newIds, moved))
          .returning(),
      ),
    )
  }
  for (const { slotId, places } of await workshopsOf(tx, model)) {
    const copied = newIds.get(slotId)
    if (copied) await tx.insert(workshops).values({ slotId: copied, meetingId: copy.id, places })
  }
  // Whoever has no address any more has not said yes to this one.
  for (const { slotId, speakerId, position, name } of planned.speakers) {
    const row = { slotId: newIds.get(slotId) ?? notFound(), speakerId, position }
    if (name !== '') await tx.insert(slotSpeakers).values({ ...row, standing: 'planned' })
  }
}

function copiedSlot(slot: Slot, copy: Meeting, newIds: Map<string, string>, moved: Shift) {
  return {
    ...slot,
    id: undefined,
    meetingId: copy.id,
    dayId: slot.dayId && (newIds.get(slot.dayId) ?? null),
    roomId: slot.roomId && (newIds.get(slot.roomId) ?? null),
    pinnedAt: slot.pinnedAt && moved(slot.pinnedAt),
    slidesPublishedAt: null,
  }
}

function idOf(rows: { id: string }[]): string {
  return rows[0]?.id ?? notFound()
}

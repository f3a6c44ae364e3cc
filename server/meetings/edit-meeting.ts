import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { tellWhatWasHeldBack } from '../digest/held-back.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { offerFreedPlaces, renewKeptPlaces } from '../registrations/places/waiting-list.ts'
import { moveIn } from '../workshops/move-in.ts'
import { changesAnything, changesCalendars, changesPlans, isSameTime } from './changes.ts'
import { columnsOf, inOrder, type MeetingDay, type MeetingInput, spanOf } from './input.ts'
import { moveRelease } from './move-release.ts'
import { objections, refuse } from './objections.ts'
import { daysOf, freshMeeting } from './queries.ts'
import { setDays } from './set-days.ts'
import { tellGuests } from './tell-guests.ts'

/**
 * Changes what is said about a meeting. Whoever is registered hears of what matters to their plans, and free places
 * are offered to who waits. A postponed meeting takes place again once it gets a new date.
 */
export async function editMeeting(
  db: Database,
  project: Project,
  meeting: Meeting,
  input: MeetingInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = (await freshMeeting(tx, meeting)) ?? notFound()
      if (before.status === 'cancelled') throw new Refusal('meeting.is-cancelled')
      refuse(await objections(tx, project, before, input))
      const days = await daysOf(tx, before)
      if (!isChange(before, days, input)) return before
      const moves = await setDays(tx, before, input.days, input.zone)
      const after = await save(tx, { ...before, days }, input, now)
      await moveRelease(tx, { project, meeting }, moves, by, now)
      if (before.status !== after.status) await tellWhatWasHeldBack(tx, { project, meeting }, now)
      await record(tx, 'meeting.edited', by, { project, meeting }, now)
      const isNews = changesPlans({ ...before, days }, { ...after, days: inOrder(input.days) })
      if (isNews) await tellGuests(tx, project, { kind: 'changed', before, days, after }, now)
      await renewKeptPlaces(tx, before, after, now, by)
      await offerFreedPlaces(tx, project, after, now)
      // Nobody moved in while it was postponed.
      if (before.status !== after.status) await moveIn(tx, after, now)
      return after
    },
    { touches: project.id, lock: meeting.id },
  )
}

function isChange(before: Meeting, days: readonly MeetingDay[], input: MeetingInput): boolean {
  return changesAnything(before, columnsOf(input)) || !isSameTime(days, inOrder(input.days))
}

type Before = Meeting & { days: readonly MeetingDay[] }

async function save(tx: Tx, before: Before, input: MeetingInput, now: Temporal.Instant): Promise<Meeting> {
  const columns = { ...columnsOf(input), status: statusAfter(before, input) }
  const isSeen = before.status !== 'draft' && changesCalendars(before, { ...columns, days: inOrder(input.days) })
  const revision = isSeen ? { sequence: before.sequence + 1, changedAt: now } : {}
  const [after = notFound()] = await tx
    .update(meetings)
    .set({ ...columns, ...revision })
    .where(eq(meetings.id, before.id))
    .returning()
  return after
}

function statusAfter(before: Meeting, input: MeetingInput): Meeting['status'] {
  const hasNewDate = !isSameTime([before], [spanOf(input)])
  return before.status === 'postponed' && hasNewDate ? 'published' : before.status
}

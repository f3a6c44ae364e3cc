import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Reminder } from '../../db/schema.ts'
import { reminders } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { newManageLinks } from '../registrations/links.ts'
import { dueAt, meetingsToRemindOf, peopleToRemind, remindersDue } from './queries.ts'

/** Queues the reminders whose time has come, each once for each start a meeting has had. For the clockwork. */
export async function remindOfMeetings(db: Database, now: Temporal.Instant): Promise<void> {
  for (const meeting of await meetingsToRemindOf(db, now))
    await db.transact((tx) => remind(tx, meeting, now), { touches: 'nothing', lock: meeting.id })
}

/** Several that fell due together, as after a night without power, are one letter. */
async function remind(tx: Tx, { id }: Pick<Meeting, 'id'>, now: Temporal.Instant): Promise<void> {
  const meeting = await freshMeeting(tx, { id })
  if (meeting?.status !== 'published' || hasBegun(meeting, now)) return
  const due = await remindersDue(tx, meeting, now)
  await markDone(tx, meeting, due)
  const news = due.filter((reminder) => isNews(meeting, reminder)).at(-1)
  if (news) await writeToEach(tx, meeting, news, now)
}

/** Whoever was told of a new date after that moment knows it from that letter. */
function isNews(meeting: Meeting, reminder: Reminder): boolean {
  return Temporal.Instant.compare(meeting.changedAt, dueAt(meeting, reminder)) <= 0
}

async function markDone(tx: Tx, { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>, done: readonly Reminder[]) {
  if (done.length === 0) return
  const hours = done.map(({ hoursAhead }) => hoursAhead)
  await tx
    .update(reminders)
    .set({ doneFor: startsAt })
    .where(and(eq(reminders.meetingId, id), inArray(reminders.hoursAhead, hours)))
}

async function writeToEach(tx: Tx, meeting: Meeting, { hoursAhead }: Reminder, now: Temporal.Instant): Promise<void> {
  const people = await peopleToRemind(tx, meeting, now)
  const facts = { startsAt: meeting.startsAt.toString() }
  // A statement takes only so many values.
  for (let i = 0; i < people.length; i += 500) {
    const some = people.slice(i, i + 500)
    const tokens = await newManageLinks(tx, some, meeting, now)
    const queued = some.map(({ id, email, locale }, at) => ({
      ...{ kind: 'reminder', projectId: meeting.projectId, meetingId: meeting.id, registrationId: id },
      ...{ recipient: email ?? '', locale, facts, token: tokens[at] },
      once: onceOf('reminder', id, facts.startsAt, `${hoursAhead} h`),
    }))
    await queueLetters(tx, queued, now)
  }
}

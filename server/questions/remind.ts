import { and, eq, exists, gt, isNotNull, isNull, lte, notExists, sql } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { letters, type Meeting, meetings, projects, questions, registrations } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { newManageLinks } from '../registrations/links.ts'
import { openQuestions } from './open-questions.ts'
import { putTo } from './put-to.ts'
import { answersIn, questionsOf } from './queries.ts'

export const questionsReminder = 'questions-reminder'

/** So long before the meeting; whoever got their place only a day ago has just been asked. */
const ahead = { hours: 4 * 24 }
const afterAsking = { hours: 24 }

/** Reminds once, before the meeting, whoever has not answered what must be answered. */
export async function remindOfQuestions(db: Database, now: Temporal.Instant): Promise<void> {
  for (const meeting of await meetingsNear(db, now)) {
    if ((await silentPeople(db, meeting, now)).length === 0) continue
    const remind = async (tx: Tx) => await remindEach(tx, meeting, now)
    await db.transact(remind, { touches: 'nothing', lock: meeting.id })
  }
}

async function remindEach(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const people = await silentPeople(tx, meeting, now)
  // A statement takes only so many values.
  for (let i = 0; i < people.length; i += 500) {
    const some = people.slice(i, i + 500)
    const tokens = await newManageLinks(tx, some, meeting, now)
    const queued = some.map(({ id, email, locale }, at) => ({
      ...{ kind: questionsReminder, projectId: meeting.projectId, meetingId: meeting.id, registrationId: id },
      ...{ recipient: email ?? '', locale, token: tokens[at], once: onceOf(questionsReminder, id) },
    }))
    await queueLetters(tx, queued, now)
  }
}

/** Soon, and asking something that must be answered. */
async function meetingsNear(db: Reads, now: Temporal.Instant): Promise<Meeting[]> {
  const must = and(eq(questions.meetingId, meetings.id), eq(questions.required, true), isNull(questions.retiredAt))
  const rows = await db
    .select({ meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        ...[eq(meetings.status, 'published'), isNull(projects.archivedAt)],
        ...[gt(meetings.startsAt, now), lte(meetings.startsAt, now.add(ahead))],
        exists(db.select({ yes: sql`1` }).from(questions).where(must)),
      ),
    )
  return rows.map(({ meeting }) => meeting)
}

/** With a place and an address, not reminded yet, and something that must be answered open. */
async function silentPeople(db: Reads, meeting: Meeting, now: Temporal.Instant) {
  const { id, meetingId, status, statusAt, email } = registrations
  const its = and(eq(letters.registrationId, id), eq(letters.kind, questionsReminder))
  const reminded = db.select({ yes: sql`1` }).from(letters).where(its)
  const placed = and(eq(meetingId, meeting.id), eq(status, 'confirmed'), lte(statusAt, now.subtract(afterAsking)))
  const people = await db
    .select()
    .from(registrations)
    .where(and(placed, isNotNull(email), notExists(reminded)))
  if (people.length === 0) return []
  const [all, given] = [await questionsOf(db, meeting), await answersIn(db, meeting)]
  return people.filter((person) =>
    openQuestions(putTo(all, person), given.get(person.id) ?? []).some(({ question }) => question.required),
  )
}

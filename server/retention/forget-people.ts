import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { removeAnswerFiles } from '../questions/forget.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { meetingsWithNames } from '../registrations/queries.ts'
import { forgetRegistrations } from './forget-registrations.ts'

/** Forgets the people of meetings whose time has come; how many came from which group stays. */
export async function forgetPeople(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const meetings = await meetingsWithNames(tx, now)
      const due = meetings.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      const all = []
      for (const meeting of due) all.push(...(await forgetPeopleOf(tx, meeting, now)))
      return all
    },
    { touches: 'nothing' },
  )
  await removeAnswerFiles(files, gone)
}

async function forgetPeopleOf(tx: Tx, meeting: { id: string; projectId: string }, now: Temporal.Instant) {
  const known = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), isNotNull(registrations.name)))
  const where = { project: { id: meeting.projectId }, meeting }
  await record(tx, 'registrations.forgotten', null, where, now, { people: String(known.length) })
  return await forgetRegistrations(
    tx,
    known.map(({ id }) => id),
  )
}

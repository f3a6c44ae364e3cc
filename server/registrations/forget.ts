import { eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, manageLinks, registrations } from '../../db/schema.ts'
import { forgottenAt } from './forgotten-at.ts'
import { meetingsWithNames } from './queries.ts'

/** Wipes the names and addresses of meetings whose time has come; how many came from which group stays. */
export async function forgetPeople(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const meetings = await meetingsWithNames(tx, now)
      const due = meetings.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      for (const meeting of due) await forgetPeopleOf(tx, meeting)
    },
    { touches: 'nothing' },
  )
}

async function forgetPeopleOf(tx: Tx, meeting: { id: string }): Promise<void> {
  const forgotten = await tx
    .update(registrations)
    .set({ name: null, email: null, emailKey: null })
    .where(eq(registrations.meetingId, meeting.id))
    .returning({ id: registrations.id })
  const ids = forgotten.map(({ id }) => id)
  for (let i = 0; i < ids.length; i += 500) {
    const some = ids.slice(i, i + 500)
    await tx.delete(letters).where(inArray(letters.registrationId, some))
    await tx.delete(manageLinks).where(inArray(manageLinks.registrationId, some))
  }
}

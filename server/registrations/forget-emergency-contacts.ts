import { and, eq, inArray, isNotNull, lt, ne, notInArray, or } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings, registrations } from '../../db/schema.ts'
import { live } from './queries.ts'

/** Wipes whom to call a day after the meeting, or as soon as somebody does not come or the meeting does not take place. */
export async function forgetEmergencyContacts(db: Database, now: Temporal.Instant): Promise<void> {
  const over = and(ne(meetings.status, 'postponed'), lt(meetings.endsAt, now.subtract({ hours: 24 })))
  await db.transact(
    async (tx) => {
      const done = tx
        .select({ id: meetings.id })
        .from(meetings)
        .where(or(eq(meetings.status, 'cancelled'), over))
      const needless = or(notInArray(registrations.status, [...live]), inArray(registrations.meetingId, done))
      await tx
        .update(registrations)
        .set({ emergencyContact: null })
        .where(and(isNotNull(registrations.emergencyContact), needless))
    },
    { touches: 'nothing' },
  )
}

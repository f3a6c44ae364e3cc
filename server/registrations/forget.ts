import { and, inArray, isNotNull, lt } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, manageLinks, meetings, registrations } from '../../db/schema.ts'

const kept = { hours: 30 * 24 }

/** 30 days after a meeting its people's names and addresses go; how many came from which group stays. */
export async function forgetPeople(db: Database, now: Temporal.Instant): Promise<void> {
  const over = db
    .select({ id: meetings.id })
    .from(meetings)
    .where(lt(meetings.endsAt, now.subtract(kept)))
  await db.transact(
    async (tx) => {
      const forgotten = await tx
        .update(registrations)
        .set({ name: null, email: null, emailKey: null })
        .where(and(inArray(registrations.meetingId, over), isNotNull(registrations.name)))
        .returning({ id: registrations.id })
      const ids = forgotten.map(({ id }) => id)
      for (let i = 0; i < ids.length; i += 500) {
        const some = ids.slice(i, i + 500)
        await tx.delete(letters).where(inArray(letters.registrationId, some))
        await tx.delete(manageLinks).where(inArray(manageLinks.registrationId, some))
      }
    },
    { touches: 'nothing' },
  )
}

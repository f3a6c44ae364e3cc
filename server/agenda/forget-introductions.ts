import { and, eq, inArray, ne } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings, slots } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** Who introduced the speakers of a meeting is forgotten with its people. */
export async function forgetIntroductions(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const introduced = ne(slots.introducedBy, '')
      const named = await tx
        .selectDistinct({ meeting: meetings })
        .from(meetings)
        .innerJoin(slots, eq(slots.meetingId, meetings.id))
        .where(introduced)
      const due = named.filter(({ meeting }) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      const ids = due.map(({ meeting }) => meeting.id)
      await tx
        .update(slots)
        .set({ introducedBy: '' })
        .where(and(inArray(slots.meetingId, ids), introduced))
    },
    { touches: 'nothing' },
  )
}

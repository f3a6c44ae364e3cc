import { eq, inArray } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { agendaSteps, meetings } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** Once a meeting's people are forgotten nobody takes anything back there: who did what to its draft goes too. */
export async function forgetSteps(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const { id, status, endsAt, cancelledAt, keepDays } = meetings
      const drafted = await tx
        .selectDistinct({ id, status, endsAt, cancelledAt, keepDays })
        .from(meetings)
        .innerJoin(agendaSteps, eq(agendaSteps.meetingId, meetings.id))
      const due = drafted.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      const ids = due.map((meeting) => meeting.id)
      await tx.delete(agendaSteps).where(inArray(agendaSteps.meetingId, ids))
    },
    { touches: 'nothing' },
  )
}

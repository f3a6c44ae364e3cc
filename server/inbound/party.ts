import { and, eq, gt } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Meeting, type Project, type Registration } from '../../db/schema.ts'
import { tell } from '../registrations/letters/letters.ts'

/**
 * One tap in a calendar is not to cost a class its places: they stay, and whoever registered it is asked, at most once a
 * day.
 */
export async function askWhetherAllStay(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  party: Registration,
  now: Temporal.Instant,
): Promise<void> {
  const asked = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.registrationId, party.id),
        eq(letters.kind, 'still-coming'),
        gt(letters.queuedAt, now.subtract({ hours: 24 })),
      ),
    )
    .limit(1)
  if (asked.length === 0) await tell(tx, 'still-coming', project, meeting, party, now)
}

import { desc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, releases } from '../../db/schema.ts'
import type { ReleasedAgenda } from './release.ts'

/** The agenda the public sees, or null before the first release. */
export async function releasedAgenda(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
): Promise<(ReleasedAgenda & { version: number; releasedAt: Temporal.Instant }) | null> {
  const [latest] = await db
    .select()
    .from(releases)
    .where(eq(releases.meetingId, meeting.id))
    .orderBy(desc(releases.version))
    .limit(1)
  if (!latest) return null
  const agenda: ReleasedAgenda = JSON.parse(latest.agenda)
  return { ...agenda, version: latest.version, releasedAt: latest.releasedAt }
}

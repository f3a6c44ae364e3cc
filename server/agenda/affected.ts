import { and, count, eq, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, registrations } from '../../db/schema.ts'
import { partsIn } from '../digest/queries.ts'
import type { Compared } from './compare.ts'
import { differences } from './draft-changes.ts'
import type { Released } from './release.ts'

export type Affected = { people: number; speakers: number }

/** How many would hear of a changed agenda: whoever has a place, and whoever speaks in the slots concerned. */
export async function affected(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
  { released, changes }: { released: Released | null; changes: readonly Compared[] },
): Promise<Affected> {
  const news = changes.filter(isNews).map(({ before, after }) => (after ?? before).id)
  const parts = await partsIn(db, news, released?.slots ?? [])
  const speakers = new Set(parts.map(({ speaker }) => speaker.id)).size
  // A first release is no change to those who come.
  return { people: released && news.length > 0 ? await comingTo(db, meeting) : 0, speakers }
}

/** Other words alone are told to nobody. */
function isNews({ before, after }: Compared): boolean {
  return !before || !after || differences(before, after).some((kind) => kind !== 'rewritten')
}

async function comingTo(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const { meetingId, status, email } = registrations
  const [coming] = await db
    .select({ people: count() })
    .from(registrations)
    .where(and(eq(meetingId, meeting.id), eq(status, 'confirmed'), isNotNull(email)))
  return coming?.people ?? 0
}

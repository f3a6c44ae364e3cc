import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { headCounts, type Organiser } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'

/** How many came with somebody and are named nowhere; saying it again corrects it. */
export async function countHeads(
  db: Database,
  { project, meeting }: Found,
  { id, groupId }: { id: string; groupId: string | null },
  people: number,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const said = { people, at: now, by: by.id }
  const count = async (tx: Tx) => {
    await writableProject(tx, project)
    await tx
      .insert(headCounts)
      .values({ meetingId: meeting.id, registrationId: id, groupId, ...said })
      .onConflictDoUpdate({ target: headCounts.registrationId, set: said })
  }
  await db.transact(count, { touches: 'nothing', lock: meeting.id })
}

/** The same as it stands, by registration. */
export async function headsOf(db: Reads, meeting: { id: string }): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: headCounts.registrationId, people: headCounts.people })
    .from(headCounts)
    .where(and(eq(headCounts.meetingId, meeting.id), isNotNull(headCounts.registrationId)))
  return new Map(rows.flatMap(({ id, people }) => (id === null ? [] : [[id, people] as const])))
}

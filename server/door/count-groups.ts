import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { headCounts, type Organiser } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'

/** So many of a group, or of none, who are in nobody's list. */
export type CountedGroup = { groupId: string | null; people: number }

/** Says of each group how many came whom nobody named; saying it again corrects it. */
export async function countGroups(
  db: Database,
  { project, meeting }: Found,
  counted: readonly CountedGroup[],
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const rows = counted.filter(({ people }) => people > 0)
  const count = async (tx: Tx) => {
    await writableProject(tx, project)
    await tx.delete(headCounts).where(inNoList(meeting))
    if (rows.length === 0) return
    await tx.insert(headCounts).values(rows.map((row) => ({ ...row, meetingId: meeting.id, at: now, by: by.id })))
  }
  await db.transact(count, { touches: 'nothing', lock: meeting.id })
}

export async function groupsCounted(db: Reads, meeting: { id: string }): Promise<CountedGroup[]> {
  const { groupId, people } = headCounts
  return await db.select({ groupId, people }).from(headCounts).where(inNoList(meeting))
}

function inNoList(meeting: { id: string }) {
  return and(eq(headCounts.meetingId, meeting.id), isNull(headCounts.registrationId))
}

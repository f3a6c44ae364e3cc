import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { meetings, projects, registrations } from '../../db/schema.ts'
import { bandAt, countingOf } from './counting.ts'
import { yearOf } from './parties.ts'

/** Writes down in which of the funder's age bands people are, before their years of birth are wiped. */
export async function keepBandsOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  const { id, birthYear } = registrations
  const rows = await tx
    .select({ id, birthYear, meeting: meetings, counting: projects.counting })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(inArray(id, [...registrationIds]), isNotNull(birthYear)))
  const bands = Map.groupBy(rows, (row) => bandAt(yearOf(row.meeting) - (row.birthYear ?? 0), countingOf(row)))
  for (const [countedBand, some] of bands) {
    const ids = some.map((row) => row.id)
    await tx.update(registrations).set({ countedBand }).where(inArray(id, ids))
  }
}

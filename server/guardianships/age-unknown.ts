import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { groups, type Meeting, type Registration } from '../../db/schema.ts'

/** Whether somebody whose group of adults was asked for no year would leave it for one that is. */
export async function isAgeUnknown(
  db: Reads,
  { asksAge }: Meeting,
  { ageBand, birthYear }: Registration,
  groupId: string | null,
): Promise<boolean> {
  if (!asksAge || ageBand !== 'adult' || birthYear !== null) return false
  const [group] = await db
    .select({ adult: groups.adult })
    .from(groups)
    .where(eq(groups.id, groupId ?? ''))
  return !group?.adult
}

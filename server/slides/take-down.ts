import { and, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Meeting, type Project, slots } from '../../db/schema.ts'
import { withheldSlots } from './queries.ts'

/**
 * Before somebody leaves these slots: slides that a guardian's no has hidden do not come back by that. Organisers, who
 * know whose name is in them, may publish them anew.
 */
export async function takeDownWithheld(
  tx: Tx,
  { project, meeting }: { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> },
  slotIds: readonly string[],
): Promise<void> {
  if (slotIds.length === 0) return
  const withheld = await withheldSlots(tx, project, meeting)
  const ids = slotIds.filter((id) => withheld.has(id))
  const shown = and(inArray(slots.id, ids), isNotNull(slots.slidesPublishedAt))
  if (ids.length > 0) await tx.update(slots).set({ slidesPublishedAt: null }).where(shown)
}

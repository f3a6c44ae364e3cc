import { and, eq, inArray, isNull, ne } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { materials, meetings } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { materialKey } from './store.ts'

/** Whoever adds something long after a meeting has so long to publish it. */
const keptAnyway = { hours: 24 * 30 }

/**
 * Deletes a meeting's materials that are not public, with their files, when its people are forgotten. Evidence stays: a
 * funder asks for it for years (docs/decisions/evidence-stays.md).
 */
export async function forgetMaterials(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const due = (await rememberedMaterials(tx)).filter(({ until }) => Temporal.Instant.compare(until, now) < 0)
      const ids = due.map(({ id }) => id).slice(0, 500)
      return ids.length > 0 ? await tx.delete(materials).where(inArray(materials.id, ids)).returning() : []
    },
    { touches: 'nothing' },
  )
  await discard(files, ...gone.filter(({ type }) => type).map(materialKey))
}

/** Those of meetings that are not public, and until when they are kept. */
export async function rememberedMaterials(db: Reads) {
  const rows = await db
    .select({ id: materials.id, addedAt: materials.addedAt, meeting: meetings })
    .from(materials)
    .innerJoin(meetings, eq(meetings.id, materials.meetingId))
    .where(and(isNull(materials.publishedAt), ne(materials.kind, 'evidence')))
  return rows.map(({ addedAt, ...row }) => {
    const [own, anyway] = [forgottenAt(row.meeting), addedAt.add(keptAnyway)]
    return { ...row, until: Temporal.Instant.compare(own, anyway) < 0 ? anyway : own }
  })
}

import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Minutes, minutes, type Organiser } from '../../db/schema.ts'
import { type HistoryDeed, record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { minutesOf, versionOf } from './queries.ts'
import type { Where } from './save-minutes.ts'

type By = Pick<Organiser, 'id'>
type Of = { id: string }

/**
 * Says that this version, which the organiser has read, is right; a newer one stays a draft. An older text than the
 * approved one is brought back by `restoreMinutes`, so that nobody undoes an approval they have not seen.
 */
export async function approveMinutes(
  db: Database,
  where: Where,
  slot: Of,
  number: number,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  await change(db, where, slot, by, now, async (tx, { approvedVersion }) => {
    if (!(await versionOf(tx, slot, number))) return notFound()
    if (approvedVersion === number) return null
    if (approvedVersion !== null && approvedVersion > number) throw new Refusal('minutes.approved-newer')
    const approved = { approvedVersion: number, approvedAt: now, approvedBy: by.id }
    await tx.update(minutes).set(approved).where(eq(minutes.slotId, slot.id))
    return 'minutes.approved'
  })
}

/** From now on everybody reads the approved version. */
export async function publishMinutes(db: Database, where: Where, slot: Of, by: By, now: Temporal.Instant) {
  await change(db, where, slot, by, now, async (tx, { approvedVersion, publishedAt }) => {
    if (approvedVersion === null) throw new Refusal('minutes.not-approved')
    if (publishedAt) return null
    await tx.update(minutes).set({ publishedAt: now }).where(eq(minutes.slotId, slot.id))
    return 'minutes.published'
  })
}

export async function unpublishMinutes(db: Database, where: Where, slot: Of, by: By, now: Temporal.Instant) {
  await change(db, where, slot, by, now, async (tx, { publishedAt }) => {
    if (!publishedAt) return null
    await tx.update(minutes).set({ publishedAt: null }).where(eq(minutes.slotId, slot.id))
    return 'minutes.unpublished'
  })
}

type Change = (tx: Tx, found: Minutes) => Promise<HistoryDeed | null>

async function change(db: Database, { project, meeting }: Where, slot: Of, by: By, now: Temporal.Instant, act: Change) {
  const deed = async (tx: Tx) => {
    await writableProject(tx, project)
    const found = (await minutesOf(tx, slot)) ?? notFound()
    const done = await act(tx, found)
    if (done) await record(tx, done, by, { project, meeting }, now)
  }
  await db.transact(deed, { touches: project.id, lock: slot.id })
}

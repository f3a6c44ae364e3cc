import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Commitment, commitments, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableCommitment } from './writable.ts'

type Deed = (
  db: Database,
  project: Project,
  commitment: Pick<Commitment, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
) => Promise<void>

/** From now on everybody reads it, and how it goes. */
export const publishCommitment: Deed = (db, project, { id }, by, now) =>
  change(db, project, id, async (tx, { publishedAt }) => {
    if (publishedAt) return
    await tx.update(commitments).set({ publishedAt: now }).where(eq(commitments.id, id))
    await record(tx, 'commitment.published', by, { project }, now)
  })

/** Only organisers read it again. */
export const withdrawCommitment: Deed = (db, project, { id }, by, now) =>
  change(db, project, id, async (tx, { publishedAt }) => {
    if (!publishedAt) return
    await tx.update(commitments).set({ publishedAt: null }).where(eq(commitments.id, id))
    await record(tx, 'commitment.withdrawn', by, { project }, now)
  })

/** One that nobody outside has to be told of; a public one is withdrawn first. */
export const deleteCommitment: Deed = (db, project, { id }, by, now) =>
  change(db, project, id, async (tx, { publishedAt }) => {
    if (publishedAt) return
    await tx.delete(commitments).where(eq(commitments.id, id))
    await record(tx, 'commitment.deleted', by, { project }, now)
  })

async function change(
  db: Database,
  project: Project,
  id: string,
  work: (tx: Tx, commitment: Commitment) => Promise<void>,
): Promise<void> {
  await db.transact(async (tx) => await work(tx, await writableCommitment(tx, project, id)), { touches: project.id })
}

import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Commitment, commitmentSteps, commitments, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import type { CommitmentInput } from './forms.ts'
import { writableCommitment } from './writable.ts'

type Made = { once?: string | undefined; voiceId?: string | null }

/** Puts a promise into words, for organisers alone at first; the same `once` again makes no second one. */
export async function promise(
  db: Database,
  project: Project,
  input: CommitmentInput,
  by: Organiser,
  now: Temporal.Instant,
  { once, voiceId = null }: Made = {},
): Promise<Pick<Commitment, 'id'>> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const id = once ?? randomUUID()
      const row = { id, projectId: project.id, voiceId, ...input, createdAt: now, changedAt: now }
      const [made] = await tx.insert(commitments).values(row).onConflictDoNothing().returning()
      if (!made) return { id }
      const first = { state: 'promised' as const, dueOn: input.dueOn, at: now, by: by.id }
      await tx.insert(commitmentSteps).values({ commitmentId: id, ...first })
      await record(tx, 'commitment.made', by, { project }, now)
      return { id }
    },
    { touches: project.id },
  )
}

/** Puts it in other words: what it says, not how it goes. */
export async function editCommitment(
  db: Database,
  project: Project,
  { id }: Pick<Commitment, 'id'>,
  { said, will, office, meetingId }: Pick<CommitmentInput, 'said' | 'will' | 'office' | 'meetingId'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableCommitment(tx, project, id)
      const changed = { said, will, office, meetingId, changedAt: now }
      await tx.update(commitments).set(changed).where(eq(commitments.id, id))
      await record(tx, 'commitment.edited', by, { project }, now)
    },
    { touches: project.id },
  )
}

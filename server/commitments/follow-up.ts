import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Commitment, commitmentSteps, commitments, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import type { StepInput } from './forms.ts'
import { writableCommitment } from './writable.ts'

/** Says how a promise goes. What was said before stays readable; saying the same again says nothing. */
export async function followUp(
  db: Database,
  project: Project,
  { id }: Pick<Commitment, 'id'>,
  { state, dueOn, did, note }: StepInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = await writableCommitment(tx, project, id)
      await tx.update(commitments).set({ state, dueOn, did, changedAt: now }).where(eq(commitments.id, id))
      const isStep = before.state !== state || before.dueOn !== dueOn || Object.keys(note).length > 0
      if (!isStep) return
      await tx.insert(commitmentSteps).values({ commitmentId: id, at: now, state, dueOn, note, by: by.id })
      await record(tx, 'commitment.followed-up', by, { project }, now)
    },
    { touches: project.id },
  )
}

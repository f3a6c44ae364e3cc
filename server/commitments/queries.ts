import { and, asc, desc, eq, given, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Commitment, type CommitmentStep, commitmentSteps, commitments, type Project } from '../../db/schema.ts'

/** A promise with how it went, the oldest step first. */
export type Followed = { commitment: Commitment; steps: CommitmentStep[] }

/** Every promise of a project, those of the public or not, the latest first. */
export async function commitmentsOf(db: Reads, project: Pick<Project, 'id'>): Promise<Followed[]> {
  const all = await db
    .select()
    .from(commitments)
    .where(eq(commitments.projectId, project.id))
    .orderBy(desc(commitments.createdAt), asc(commitments.id))
  return await withSteps(db, all)
}

/** Those that everybody reads. */
export async function publicCommitments(db: Reads, project: Pick<Project, 'id'>): Promise<Followed[]> {
  return await withSteps(db, await prepared(db, published).execute({ project: project.id }))
}

const published = (db: Reads) =>
  db
    .select()
    .from(commitments)
    .where(and(eq(commitments.projectId, given('project')), isNotNull(commitments.publishedAt)))
    .orderBy(desc(commitments.createdAt), asc(commitments.id))

/** Those that came of these questions and ideas, the oldest first. */
export async function promisesFor(
  db: Reads,
  project: Pick<Project, 'id'>,
  voiceIds: readonly string[],
): Promise<Commitment[]> {
  if (voiceIds.length === 0) return []
  return await db
    .select()
    .from(commitments)
    .where(and(eq(commitments.projectId, project.id), inArray(commitments.voiceId, [...voiceIds])))
    .orderBy(asc(commitments.createdAt), asc(commitments.id))
}

export async function commitmentIn(
  db: Reads,
  project: Pick<Project, 'id'>,
  id: string,
): Promise<Commitment | undefined> {
  const [found] = await db
    .select()
    .from(commitments)
    .where(and(eq(commitments.projectId, project.id), eq(commitments.id, id)))
  return found
}

async function withSteps(db: Reads, all: Commitment[]): Promise<Followed[]> {
  if (all.length === 0) return []
  const ids = all.map(({ id }) => id)
  const steps = await db
    .select()
    .from(commitmentSteps)
    .where(inArray(commitmentSteps.commitmentId, ids))
    .orderBy(asc(commitmentSteps.at), asc(commitmentSteps.id))
  const of = Map.groupBy(steps, ({ commitmentId }) => commitmentId)
  return all.map((commitment) => ({ commitment, steps: of.get(commitment.id) ?? [] }))
}

import type { Tx } from '../../db/open.ts'
import type { Commitment, Project } from '../../db/schema.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { commitmentIn } from './queries.ts'

/** The promise as it is now, where its project can still be written to. */
export async function writableCommitment(tx: Tx, project: Project, id: string): Promise<Commitment> {
  await writableProject(tx, project)
  return (await commitmentIn(tx, project, id)) ?? notFound()
}

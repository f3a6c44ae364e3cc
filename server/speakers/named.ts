import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, type Speaker, speakers } from '../../db/schema.ts'

/** The project's speakers of these names, in this order and each once; those it does not know yet are added. */
export async function speakersNamed(
  tx: Tx,
  project: Pick<Project, 'id'>,
  names: readonly string[],
): Promise<Speaker[]> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return []
  await tx
    .insert(speakers)
    .values(wanted.map((name) => ({ projectId: project.id, name })))
    .onConflictDoNothing()
  const found = await tx
    .select()
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), inArray(speakers.name, wanted)))
  return found.toSorted((a, b) => wanted.indexOf(a.name) - wanted.indexOf(b.name))
}

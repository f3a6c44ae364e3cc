import { and, asc, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, type Speaker, speakers } from '../../db/schema.ts'

/**
 * The project's speakers of these names, in this order and each once; those it does not know yet are added. Of several
 * namesakes it is one of the `preferred` ids, else the first.
 */
export async function speakersNamed(
  tx: Tx,
  project: Pick<Project, 'id'>,
  names: readonly string[],
  preferred: readonly string[] = [],
): Promise<Speaker[]> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return []
  const known = await tx
    .select()
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), inArray(speakers.name, wanted)))
    .orderBy(asc(speakers.createdAt), asc(speakers.id))
  const missing = wanted.filter((name) => !known.some((speaker) => speaker.name === name))
  const added =
    missing.length > 0
      ? await tx
          .insert(speakers)
          .values(missing.map((name) => ({ projectId: project.id, name })))
          .returning()
      : []
  return wanted.flatMap((name) => {
    const namesakes = [...known, ...added].filter((speaker) => speaker.name === name)
    return namesakes.find(({ id }) => preferred.includes(id)) ?? namesakes[0] ?? []
  })
}

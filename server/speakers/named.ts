import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, type Speaker, speakers } from '../../db/schema.ts'
import { newReplyToken } from '../secrets.ts'

export type Named = { speaker: Speaker; isNew: boolean }

/**
 * The project's speakers of these names, in this order and each once; for names it does not know, new ones that have
 * yet to be saved. Of several namesakes it is one of the `preferred` ids, else the first; a name that is given twice is
 * two of the preferred, if there are two.
 */
export async function speakersNamed(
  db: Reads,
  project: Pick<Project, 'id'>,
  names: readonly string[],
  preferred: readonly string[] = [],
): Promise<Named[]> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return []
  const known = await db
    .select()
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), inArray(speakers.name, wanted)))
    .orderBy(asc(speakers.createdAt), asc(speakers.id))
  return wanted.flatMap((name): Named[] => {
    const namesakes = known.filter((speaker) => speaker.name === name)
    const those = namesakes.filter(({ id }) => preferred.includes(id))
    const times = names.filter((one) => one === name).length
    if (those.length > 0) return those.slice(0, times).map((speaker) => ({ speaker, isNew: false }))
    const [speaker] = namesakes
    return [speaker ? { speaker, isNew: false } : { speaker: newSpeaker(project, name), isNew: true }]
  })
}

/** Somebody of whom only the name is known. */
export function newSpeaker({ id: projectId }: Pick<Project, 'id'>, name: string): Speaker {
  return {
    id: randomUUID(),
    projectId,
    kind: 'person',
    name,
    email: null,
    locale: null,
    bio: {},
    links: [],
    languages: [],
    pictureId: null,
    minor: false,
    replyToken: newReplyToken(),
    sequence: 0,
    createdAt: null,
  }
}

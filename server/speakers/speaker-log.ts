import { and, desc, eq, like, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, letters, type Speaker } from '../../db/schema.ts'
import type { LetterLog } from '../../views/mail/log.ts'
import { digestKind } from '../digest/queries.ts'
import { speakersOf } from '../digest/settle.ts'
import { stepsOf } from '../mail/outbox/log.ts'

/** Every letter to a speaker that the reader may see, the newest first; also those that several of them share. */
export async function speakerLog(
  db: Reads,
  { id, projectId }: Speaker,
  mayRead: (letter: Letter) => boolean,
): Promise<LetterLog> {
  const { speakerId, kind, facts, queuedAt } = letters
  const isShared = and(eq(letters.projectId, projectId), eq(kind, digestKind), like(facts, `%${id}%`))
  const found = await db
    .select()
    .from(letters)
    .where(or(eq(speakerId, id), isShared))
    .orderBy(desc(queuedAt), desc(letters.id))
  const theirs = found.filter((letter) => letter.speakerId === id || speakersOf(letter).includes(id)).filter(mayRead)
  return { letters: theirs, steps: await stepsOf(db, theirs) }
}

import { and, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, type Registration } from '../../db/schema.ts'

/**
 * From which SEQUENCE on a guest's entry says what matters as it is now. The meeting's own may be higher: of what is not
 * worth a letter, a calendar hears by its subscription or not at all.
 */
export async function toldSequence(
  db: Reads,
  theirs: readonly Pick<Registration, 'id' | 'sequence'>[],
): Promise<number> {
  const { registrationId, kind, facts, sentAt, endedAt } = letters
  const ids = theirs.map(({ id }) => id)
  const news = await db
    .select({ facts, sentAt, endedAt })
    .from(letters)
    .where(and(inArray(registrationId, ids), inArray(kind, ['changed', 'postponed'])))
  const told = news.filter((letter) => letter.sentAt !== null || letter.endedAt === null)
  return Math.max(
    ...theirs.map(({ sequence }) => sequence),
    ...told.map((letter) => Number(letter.facts.sequence ?? 0)),
  )
}

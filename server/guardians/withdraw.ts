import { and, eq, isNotNull, ne } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { guardianConsents, type Organiser, type Project, type Speaker } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notMine } from './consent.ts'
import { guardiansOf } from './queries.ts'

/** Takes back every yes about a speaker, as their guardian told an organiser: by telephone, or when no link works. */
export async function withdrawForGuardian(
  db: Database,
  project: Pick<Project, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = await guardiansOf(tx, speaker)
      if (!before.some(({ nameAgreed, pictureAgreed }) => nameAgreed || pictureAgreed)) return
      const { speakerId, answeredAt, textVersion } = guardianConsents
      await tx
        .update(guardianConsents)
        .set({ nameAgreed: false, pictureAgreed: false, answeredAt: now })
        .where(and(eq(speakerId, speaker.id), isNotNull(answeredAt), ne(textVersion, notMine)))
      await record(tx, 'guardian.withdrawn', by, { project }, now)
    },
    { touches: project.id },
  )
}

import { and, asc, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Organiser, type Project } from '../../db/schema.ts'
import { actOn } from '../mail/outbox/deeds.ts'
import { setWords } from '../mail/outbox/words.ts'

const words = {
  subject: 'Programmā ir izmaiņas – ieskaties, pirms nāc',
  lead: 'Čau! Vienu stāstu pārcēlām, lai visi paspētu padzert tēju. Ja kaut kas nav skaidrs, atraksti mums.',
}

/** Two letters that an organiser wants to look at once more, one of them in her own words. */
export async function putLettersAside(
  db: Database,
  project: Project,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const { id, kind, projectId, locale, sentAt, endedAt, queuedAt } = letters
  const some = await db
    .select()
    .from(letters)
    .where(
      and(eq(projectId, project.id), eq(kind, 'agenda-changed'), eq(locale, 'lv'), isNull(sentAt), isNull(endedAt)),
    )
    .orderBy(asc(queuedAt), asc(id))
    .limit(2)
  const ids = some.map((letter) => letter.id)
  await actOn(db, 'hold', { project, which: inArray(id, ids), by, now })
  if (some[0]) await setWords(db, project, some[0], words, by, now)
}

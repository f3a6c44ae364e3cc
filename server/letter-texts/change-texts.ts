import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import { letterTexts, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { ownTextsIn } from './queries.ts'

/** Which letter's words, in which language. */
type What = { kind: string; locale: Locale }

/** Puts texts otherwise from now on, also in letters that wait already; null: in the usual words again. */
export async function changeTexts(
  db: Database,
  project: Project,
  what: What,
  texts: ReadonlyMap<string, string | null>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const own = await ownTextsIn(tx, project, what.locale)
      const changed = [...texts].filter(([key, text]) => (own.get(key) ?? null) !== text)
      if (changed.length === 0) return
      const keys = changed.map(([key]) => key)
      const { projectId, locale } = letterTexts
      const those = and(eq(projectId, project.id), eq(locale, what.locale), inArray(letterTexts.key, keys))
      await tx.delete(letterTexts).where(those)
      const kept = changed.flatMap(([key, text]) => (text === null ? [] : [{ key, text }]))
      const whose = { projectId: project.id, locale: what.locale, changedAt: now, changedBy: by.id }
      if (kept.length > 0) await tx.insert(letterTexts).values(kept.map((one) => ({ ...whose, ...one })))
      const deed = kept.length > 0 ? 'letters.worded' : 'letters.usual-words'
      await record(tx, deed, by, { project }, now, what)
    },
    { touches: 'nothing', lock: `letter-texts ${project.id}` },
  )
}

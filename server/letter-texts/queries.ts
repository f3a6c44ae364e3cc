import { and, eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { type LetterText, letterTexts, type Project } from '../../db/schema.ts'

/** Every text that a project has put otherwise, in every language. */
export async function ownTextsOf(db: Reads, project: Pick<Project, 'id'>): Promise<LetterText[]> {
  return await db.select().from(letterTexts).where(eq(letterTexts.projectId, project.id))
}

/** Those in one language, by their key. */
export async function ownTextsIn(
  db: Reads,
  project: Pick<Project, 'id'>,
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ key: letterTexts.key, text: letterTexts.text })
    .from(letterTexts)
    .where(and(eq(letterTexts.projectId, project.id), eq(letterTexts.locale, locale)))
  return new Map(rows.map(({ key, text }) => [key, text]))
}

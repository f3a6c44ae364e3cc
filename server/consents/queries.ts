import { asc, desc, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Consent, type ConsentText, consents, consentTexts, type Registration } from '../../db/schema.ts'
import { type CurrentText, defaultText } from './text.ts'

export async function currentText(db: Reads, project: { id: string }): Promise<CurrentText> {
  const [latest] = await textVersions(db, project, 1)
  return latest ? { version: latest.id, own: latest.text } : { version: defaultText, own: null }
}

/** The city's own words, the newest first. */
export async function textVersions(db: Reads, project: { id: string }, most = 1000): Promise<ConsentText[]> {
  return await db
    .select()
    .from(consentTexts)
    .where(eq(consentTexts.projectId, project.id))
    .orderBy(desc(consentTexts.number))
    .limit(most)
}

/** Everything these people, or others for them, have ever said about photos, in the order it was said. */
export async function wordsOf(db: Reads, some: readonly Pick<Registration, 'id'>[]): Promise<Consent[]> {
  const words: Consent[] = []
  // A statement takes only so many values.
  for (let i = 0; i < some.length; i += 500) {
    const ids = some.slice(i, i + 500).map(({ id }) => id)
    const rows = db.select().from(consents).where(inArray(consents.registrationId, ids))
    words.push(...(await rows.orderBy(asc(consents.at), asc(consents.id))))
  }
  return words
}

import { and, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { consentTexts } from '../../db/schema.ts'
import { defaultText } from './text.ts'

/** Whether these words were ever shown in this project: what a form sends back is only taken at its word then. */
export async function isKnownText(db: Reads, project: { id: string }, version: string): Promise<boolean> {
  if (version === defaultText) return true
  const [found] = await db
    .select({ id: consentTexts.id })
    .from(consentTexts)
    .where(and(eq(consentTexts.projectId, project.id), eq(consentTexts.id, version)))
  return found !== undefined
}

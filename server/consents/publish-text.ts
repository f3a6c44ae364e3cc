import { isDeepStrictEqual } from 'node:util'
import type { Localised } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import { consentTexts, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { textVersions } from './queries.ts'

/** Puts new words of consent into force. Nobody who agreed to others has agreed to these; the same ones again are none. */
export async function publishText(
  db: Database,
  project: Project,
  text: Localised,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const [latest] = await textVersions(tx, project, 1)
      if (latest && isDeepStrictEqual(latest.text, text)) return
      const number = (latest?.number ?? 0) + 1
      await tx.insert(consentTexts).values({ projectId: project.id, number, text, since: now, by: by.id })
      await record(tx, 'consent.text', by, { project }, now, { count: String(number) })
    },
    { touches: project.id, lock: `consent text ${project.id}` },
  )
}

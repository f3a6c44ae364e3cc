import { eq } from '../../db/drizzle.ts'
import { projects } from '../../db/schema.ts'
import { lettersLate } from '../../views/letters/letters-late.ts'
import { colourOf } from '../../views/page.ts'
import { lateIn } from './late.ts'
import { worded } from './worded.ts'
import type { Writer } from './written.ts'

/** Written when it goes: by then the others may have gone too. */
export const lateLetter: Writer = async (db, letter, { config, now }) => {
  const { since, letters: were } = letter.facts
  const [project] = await db
    .select()
    .from(projects)
    .where(eq(projects.id, letter.projectId ?? ''))
  if (!project || !since || !were) return null
  const late = await lateIn(db, project, now)
  const told = { project, since: Temporal.Instant.from(since), were: Number(were), late, publicUrl: config.publicUrl }
  return await worded(db, letter, (voice) => lettersLate(voice, told), colourOf(project))
}

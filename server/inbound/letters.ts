import { and, count, eq, gte } from '../../db/drizzle.ts'
import { letters, projects } from '../../db/schema.ts'
import { lettersReturned } from '../../views/letters/letters-returned.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'

/** How many came back until it goes; who did not get them is on the organisers' pages. */
export const returnedLetter: Writer = async (db, letter, { config }) => {
  const since = letter.facts.since && Temporal.Instant.from(letter.facts.since)
  const [project] = await db
    .select()
    .from(projects)
    .where(eq(projects.id, letter.projectId ?? ''))
  if (!project || !since) return null
  const isReturned = and(eq(letters.projectId, project.id), gte(letters.bouncedAt, since))
  const [found] = await db.select({ letters: count() }).from(letters).where(isReturned)
  if (!found || found.letters === 0) return null
  const told = { project, letters: found.letters, publicUrl: config.publicUrl }
  return await worded(db, letter, (voice) => lettersReturned(voice, told), colourOf(project))
}

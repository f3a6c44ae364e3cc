import { eq } from '../../db/drizzle.ts'
import { projects } from '../../db/schema.ts'
import { abuseReported } from '../../views/letters/abuse-reported.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { membersOf } from '../organisers/queries.ts'
import { openReports } from './queries.ts'

/** Nothing once all of it has been dealt with, or to whoever organises no longer. What was reported is read in the system alone. */
export const reportedLetter: Writer = async (db, letter, { config }) => {
  const [project] = await db
    .select()
    .from(projects)
    .where(eq(projects.id, letter.projectId ?? ''))
  if (!project) return null
  const members = await membersOf(db, project)
  const organises = members.some(
    ({ organiser, role }) => organiser.id === letter.organiserId && (role === 'owner' || role === 'organiser'),
  )
  const reports = organises ? (await openReports(db, project)).length : 0
  if (reports === 0) return null
  const told = { project, reports, publicUrl: config.publicUrl }
  return await worded(db, letter, (say) => abuseReported(say, told), colourOf(project))
}

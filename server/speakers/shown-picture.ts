import type { Reads } from '../../db/open.ts'
import type { Project, Speaker } from '../../db/schema.ts'
import { appearancesOf } from './appearances.ts'
import { mayShowPicture } from './queries.ts'

/** Whether anybody may see a speaker's picture: a public agenda names them, and for a minor a guardian agreed to both. */
export async function isPictureShown(db: Reads, project: Project, speaker: Speaker): Promise<boolean> {
  if (!project.publishedAt) return false
  if (!(await mayShowPicture(db, speaker))) return false
  const all = await appearancesOf(db, speaker)
  return all.some(
    ({ standing, meeting, released }) =>
      standing === 'confirmed' && meeting.status !== 'draft' && released?.speakers.some(({ id }) => id === speaker.id),
  )
}

import type { Reads } from '../../db/open.ts'
import type { Project, Speaker } from '../../db/schema.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { mayShowPicture } from './queries.ts'

/** Whether anybody may see a speaker's picture: a public agenda names them, and for a minor a guardian agreed to both. */
export async function isPictureShown(db: Reads, project: Project, speaker: Speaker): Promise<boolean> {
  if (!project.publishedAt) return false
  if (!(await mayShowPicture(db, speaker))) return false
  // A project has few meetings, and each agenda is read whole.
  for (const meeting of await publicMeetingsOf(db, project)) {
    const agenda = await publicAgenda(db, project, meeting)
    if (agenda?.slots.some(({ speakers }) => speakers.some(({ id }) => id === speaker.id))) return true
  }
  return false
}

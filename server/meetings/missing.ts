import type { Meeting, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'

/** What a draft lacks before it can be published. */
export function missing(project: Project, meeting: Meeting): MessageKey[] {
  const lacks: [MessageKey, boolean][] = [
    ['meeting.needs-title', Object.keys(meeting.title).length === 0],
    ['meeting.needs-place', Object.keys(meeting.placeName).length === 0 && !meeting.address && !meeting.onlineUrl],
    ['meeting.needs-project', project.publishedAt === null],
  ]
  return lacks.filter(([, isLacking]) => isLacking).map(([key]) => key)
}

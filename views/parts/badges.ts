import type { Project } from '../../db/schema.ts'
import type { MeetingStatus } from '../../server/meetings/status.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

export function projectBadge(say: Say, { archivedAt, publishedAt }: Project): Html {
  const state = archivedAt ? 'archived' : publishedAt ? 'published' : 'draft'
  return html`<span class="badge ${state}">${say(`projects.state-${state}`)}</span>`
}

export function meetingBadge(say: Say, status: MeetingStatus): Html {
  return html`<span class="badge ${status}">${say(`meeting.status-${status}`)}</span>`
}

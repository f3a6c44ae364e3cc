import type { Call, Meeting, Project } from '../../db/schema.ts'
import type { CallState } from '../../server/stories/call-state.ts'
import type { StoryList, StoryLook } from '../../server/stories/list.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { type Place, workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime } from '../when.ts'
import type { Kind } from './call.ts'
import { callSettings } from './call-settings.ts'
import { storyLookForm } from './look.ts'
import { storyTable } from './table.ts'

export type StoriesView = {
  project: Project
  meeting: Meeting | null
  call: Call | null
  state: CallState | null
  look: StoryLook
  /** What the list can be narrowed to, and ordered by. */
  statuses: readonly NonNullable<StoryLook['status']>[]
  sorts: readonly StoryLook['sort'][]
  list: StoryList | null
  zone: string
  /** The session types that can be asked for. */
  kinds: Kind[]
}

export function storiesPage(say: Say, view: StoriesView, form: FormState): Page {
  const { project, meeting, call, list } = view
  return {
    say,
    title: say('workspace.call'),
    colour: colourOf(project),
    workspace: workspace(say, callPlace(project, meeting)),
    fragments: { stories: () => (call && list ? storyTable(say, { ...view, call, list }) : html``) },
    main: html`<h1>${say('workspace.call')}</h1>
${call && list ? html`${standing(say, { ...view, call })}${storyLookForm(say, { ...view, call })}${storyTable(say, { ...view, call, list })}` : nothingYet(say)}
${callSettings(say, view, form)}`,
  }
}

export function callPlace(project: Project, meeting: Meeting | null): Place {
  return meeting ? { here: 'call', project, meeting } : { here: 'project-call', project }
}

function nothingYet(say: Say): Html {
  return html`<section class="empty"><h2>${say('stories.no-call')}</h2><p>${say('stories.no-call-teach')}</p></section>`
}

function standing(say: Say, { project, meeting, call, state, zone, list }: StoriesView & { call: Call }): Html {
  const at = dayAndTime(state === 'not-yet' ? call.opensAt : call.closesAt, zone, say.locale)
  return html`<p class="lead">${words(say, call.title, project.locales)}</p>
<p class="row"><span class="badge ${state === 'open' ? 'loud' : 'closed'}">${say(`stories.state-${state ?? 'closed'}`, { at })}</span>
${list && list.drafts > 0 ? html`<span class="hint">${say('stories.drafts', { drafts: list.drafts })}</span>` : null}
${meeting?.status === 'draft' || !project.publishedAt ? html`<span class="hint">${say('stories.not-public')}</span>` : html`<a href="${paths.call(project, meeting)}">${say('overview.public-page')}</a>`}</p>`
}

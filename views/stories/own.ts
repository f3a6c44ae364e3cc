import type { Call, Meeting, Project, Slot, Story, StorySpeaker } from '../../db/schema.ts'
import type { CallState } from '../../server/stories/call-state.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'
import type { Kind } from './call.ts'
import { editor } from './editor.ts'
import { readStory } from './read-story.ts'
import { together } from './together.ts'

export type OwnView = {
  project: Project
  meeting: Meeting | null
  call: Call
  story: Story
  me: StorySpeaker
  token: string
  state: CallState
  zone: string
  types: Kind[]
  questions: Call['questions']
  people: StorySpeaker[]
  /** Where an accepted story stands. */
  placed: { slot: Slot; meeting: Meeting } | null
  isProposer: boolean
  /** Not decided yet. */
  isWritable: boolean
  /** What somebody else has saved while this form was open. */
  theirs: Story | null
}

/** A story's page for those who tell it: its state, and while the call is open, the pen. */
export function ownStoryPage(say: Say, view: OwnView, form: FormState): Page {
  const { story, project } = view
  const isOpen = view.isWritable && view.state === 'open'
  return {
    say,
    title: story.title || say('story.untitled'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page call-page">
<section class="card answer">
<h1 class="answer-head">${headline(say, view)}</h1>
<div class="answer-body stack">${problemSummary(say, form)}${about(say, view)}${nextStep(say, view)}</div>
</section>
${isOpen ? editor(say, view, form) : readStory(say, view)}
${together(say, view, form)}
${view.isWritable ? giveUp(say, view) : null}
</div>`,
  }
}

function headline(say: Say, { story, state }: OwnView): string {
  return say(story.status === 'draft' && state !== 'open' ? 'story.too-late' : `story.is-${story.status}`)
}

export function about(say: Say, { project, meeting, call, story }: OwnView): Html {
  return html`<p class="lead">${story.title ? html`<strong lang="${story.language}">${story.title}</strong><br>` : null}
<a href="${paths.call(project, meeting)}">${words(say, call.title, project.locales)}</a>${
    meeting
      ? html` · <a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a>`
      : null
  }</p>`
}

function nextStep(say: Say, view: OwnView): Html {
  const { story, state, call, zone } = view
  const until = momentWithin(call.closesAt, zone, say.locale)
  if (story.status === 'accepted') return accepted(say, view)
  if (story.status === 'rejected') return html`<p>${say('story.next-rejected')}</p>`
  if (state === 'open') return html`<p>${say(`story.next-${story.status}`, { until })}</p>`
  return html`<p>${say(story.status === 'handed-in' ? 'story.next-closed' : 'story.next-too-late', { until })}</p>`
}

/** No hour is promised before the agenda is released. */
function accepted(say: Say, { placed, project }: OwnView): Html {
  return html`${
    placed
      ? html`<p><a href="${paths.meeting(project, placed.meeting)}">${words(say, placed.meeting.title, project.locales)}</a><br>${whenText(say, placed.meeting)}</p>`
      : null
  }<p>${say('story.next-accepted')}</p>`
}

function giveUp(say: Say, { token, isProposer, story }: OwnView): Html | null {
  if (isProposer && story.status === 'withdrawn') return null
  const deed = isProposer ? 'withdraw' : 'decline'
  return html`<details class="card fold"><summary>${say(`story.${deed}`)}</summary>
<form class="stack" method="post" action="${paths.storyDo(token, deed)}">
<p>${say(`story.${deed}-what`)}</p>
<button class="button danger">${say(`story.${deed}-send`)}</button>
</form></details>`
}

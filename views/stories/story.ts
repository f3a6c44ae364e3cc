import type { Call, Meeting, Organiser, Project, Slot, Story, StorySpeaker } from '../../db/schema.ts'
import type { Review } from '../../server/stories/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { stamp } from '../when.ts'
import { callPlace } from './desk.ts'
import { paragraphs, readStory } from './read-story.ts'
import { opinions } from './reviews.ts'
import { standingOf } from './together.ts'

export type StoryView = {
  project: Project
  meeting: Meeting | null
  call: Call
  story: Story
  zone: string
  people: StorySpeaker[]
  reviews: Review[]
  average: number | null
  placed: { slot: Slot; meeting: Meeting } | null
  /** Where it can go, when its call is for the whole project. */
  meetings: Meeting[]
  decidedBy: Organiser | null
}

/** Everything there is about one story, for organisers. */
export function storyPage(say: Say, view: StoryView, form: FormState): Page {
  const { project, meeting, story } = view
  return {
    say,
    title: story.title,
    colour: colourOf(project),
    workspace: workspace(say, callPlace(project, meeting)),
    main: html`<p><a href="${paths.stories(project, meeting)}">${say('stories.back')}</a></p>
<h1><span lang="${story.language}">${story.title}</span> <span class="badge ${story.status}">${say(`stories.${story.status}`)}</span></h1>
${readStory(say, view)}
${tellers(say, view)}
${standing(say, view)}
${opinions(say, view, form)}
${pastOf(say, view)}`,
  }
}

function tellers(say: Say, { people }: StoryView): Html {
  return html`<section class="card stack" aria-labelledby="tellers"><h2 id="tellers">${say('story.together')}</h2>
<ul class="story-people" role="list">${people.map(
    (
      one,
    ) => html`<li><strong>${one.name || one.email}</strong> <span class="badge ${standingOf(one)}">${say(`story.person-${standingOf(one)}`)}</span>
${one.kind === 'group' ? html`<span class="badge">${say('call.kind-group')}</span>` : null}
${one.minor ? html`<span class="badge">${say('stories.minor')}</span>` : null}
<div class="hint address">${one.name ? one.email : null}${one.guardianEmail ? html`<br>${say('call.guardian')}: ${one.guardianEmail}` : null}</div>
${paragraphs(one.bio)}</li>`,
  )}</ul></section>`
}

function standing(say: Say, view: StoryView): Html | null {
  const { story, project, call } = view
  if (story.status === 'accepted') return whereItWent(say, view)
  if (story.status !== 'handed-in') return null
  return html`<form class="row" method="post" action="${paths.storiesDecide(project, 'decision')}">
<input type="hidden" name="call" value="${call.id}"><input type="hidden" name="story.${story.id}" value="yes">
<button class="button small" name="decision" value="accepted">${say('stories.accept-one')}</button>
<button class="button quiet" name="decision" value="rejected">${say('stories.reject-one')}</button>
</form>`
}

function whereItWent(say: Say, { placed, project, story, meeting, meetings }: StoryView): Html {
  if (placed) {
    const agenda = `${paths.agenda(project, placed.meeting)}#slot-${placed.slot.slug}`
    return html`<section class="card stack"><p>${say('stories.went-to')} <a href="${agenda}">${words(say, placed.meeting.title, project.locales)}</a></p>
<p class="hint">${say('stories.went-to-hint')}</p></section>`
  }
  return html`<form class="card stack" method="post" action="${paths.storyReadDo(project, story, 'land')}">
<p>${say('stories.no-slot')}</p>
${meeting ? null : meetingField(say, { typed: {}, problems: null }, project, meetings)}
<button class="button">${say('stories.land')}</button></form>`
}

export function meetingField(say: Say, form: FormState, project: Project, meetings: readonly Meeting[]): Html {
  const options = meetings.map(({ id, title }) => ({ value: id, label: plain(say, title, project.locales) }))
  return choiceField(say, form, {
    name: 'meeting',
    label: say('stories.which-meeting'),
    required: true,
    options,
    empty: say('desk.choose'),
  })
}

/** What happened to it, in the order of time. */
function pastOf(say: Say, { story, people, decidedBy, zone }: StoryView): Html {
  const joined = people.filter(({ position }) => position > 1)
  const all: [Temporal.Instant | null, MessageKey, string][] = [
    [story.createdAt, 'stories.past-begun', ''],
    [story.handedInAt, 'stories.past-handed-in', ''],
    ...joined.map((one): [Temporal.Instant | null, MessageKey, string] => [
      one.joinedAt,
      'stories.past-joined',
      one.name,
    ]),
    [
      story.decidedAt,
      story.status === 'accepted' ? 'stories.past-accepted' : 'stories.past-rejected',
      decidedBy?.name ?? '',
    ],
  ]
  const past = all.flatMap(([at, key, name]) => (at ? { at, label: say(key, { name }) } : []))
  return html`<section class="stack" aria-labelledby="past"><h2 id="past">${say('stories.past')}</h2>
<ol class="history">${past
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(
      ({ at, label }) => html`<li>${label} <span class="hint">${stamp(at, zone, say.locale)}</span></li>`,
    )}</ol></section>`
}

import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { markField } from './mark-field.ts'

type View = { project: Project; meeting: Meeting; stories: ReleasedSlot[]; token: string }

const keys = ['overall', 'heard', 'again'] as const

/** Short: three marks, two texts, and a word to those who told something. */
export function surveyPage(say: Say, view: View, form: FormState): Page {
  const { project, meeting, stories, token } = view
  return {
    ...frame(say, view),
    main: html`<div class="register-page">
<p class="above">${words(say, meeting.title, project.locales)}</p>
<h1>${say('survey.title')}</h1>
<p class="lead">${say('survey.lead')}</p>
<form class="stack" method="post" action="${paths.survey(token)}" novalidate>
${problemSummary(say, form)}
<section class="card stack">${keys.map((key) => markField(say, form, key))}</section>
<section class="card stack">
${textArea(say, form, { name: 'liked', label: say('survey.liked'), rows: 3, max: 1000 })}
${textArea(say, form, { name: 'missed', label: say('survey.missed'), hint: say('survey.no-names'), rows: 3, max: 1000 })}</section>
${stories.length > 0 ? thanks(say, view, form) : null}
<button class="button">${say('survey.send')}</button>
</form></div>`,
  }
}

function thanks(say: Say, { project, stories }: View, form: FormState): Html {
  return html`<details class="card fold"><summary><h2>${say('survey.stories')}</h2></summary>
<div class="stack"><p class="hint">${say('survey.stories-hint')}</p>
${stories.map((slot) =>
  textArea(say, form, {
    name: `stories.${slot.id}`,
    label: html`${words(say, slot.title, project.locales)} <span class="hint">${slot.speakers.map(({ name }) => name).join(', ')}</span>`,
    rows: 2,
    max: 600,
  }),
)}</div></details>`
}

/** Said, and not to be said again. */
export function thanksPage(say: Say, view: Pick<View, 'project' | 'meeting'>): Page {
  const { project, meeting } = view
  return {
    ...frame(say, view),
    main: html`<div class="register-page"><section class="card answer"><h1 class="answer-head">${say('survey.thanks')}</h1>
<div class="answer-body stack"><p>${say('survey.thanks-next')}</p>
<p><a class="button quiet" href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p></div></section></div>`,
  }
}

function frame(say: Say, { project }: Pick<View, 'project'>) {
  return { say, title: say('survey.title'), colour: colourOf(project), of: project, personal: true }
}

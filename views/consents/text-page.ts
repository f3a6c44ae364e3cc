import type { ConsentText, Project } from '../../db/schema.ts'
import type { CurrentText } from '../../server/consents/text.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, inLanguages, problemSummary } from '../parts/fields.ts'
import { passage } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import { consentWords } from './photo-choices.ts'

export type ConsentTextView = {
  project: Project
  text: CurrentText
  /** The newest first; never edited. */
  versions: ConsentText[]
  /** How many have agreed to other words than these, and can be asked again. */
  behind: number
  /** Whether they have been. */
  asked: boolean
}

export function consentTextPage(say: Say, view: ConsentTextView, form: FormState): Page {
  const { project, text } = view
  return {
    say,
    title: say('consent-text.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'consent', project }),
    main: html`<h1>${say('consent-text.title')}</h1>
<p class="lead">${say('consent-text.lead')}</p>
<section class="card stack consent-words"><h2>${say('consent-text.now')}</h2>
${text.own ? null : html`<p class="hint">${say('consent-text.ours')}</p>`}
${consentWords(say, project, text)}</section>
${again(say, view)}
${editor(say, project, form)}
${earlier(say, view)}`,
  }
}

function again(say: Say, { project, behind, asked }: ConsentTextView): Html | null {
  if (asked) return html`<p class="notice">${say('consent-text.asked', { people: behind })}</p>`
  if (behind === 0) return null
  return html`<form class="card stack" method="post" action="${paths.consentTextAgain(project)}">
<p>${say('consent-text.behind', { people: behind })}</p>
<button class="button">${say('consent-text.again')}</button></form>`
}

function editor(say: Say, project: Project, form: FormState): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary><h2>${say('consent-text.new')}</h2></summary>
<form class="stack" method="post" action="${paths.consentText(project)}" novalidate>
${problemSummary(say, form)}
${inLanguages(say, form, { name: 'text', label: say('consent-text.text'), hint: say('consent-text.text-hint'), locales: project.locales, rows: 10, max: 5000 })}
<button class="button">${say('consent-text.publish')}</button></form></details>`
}

function earlier(say: Say, { project, versions }: ConsentTextView): Html | null {
  if (versions.length === 0) return null
  return html`<h2>${say('consent-text.versions')}</h2>
${versions.map(
  ({ number, since, text }) =>
    html`<details class="card fold"><summary>${say('photos.version', { number, when: stamp(since, project.zone, say.locale) })}</summary>${passage(say, text, project.locales)}</details>`,
)}`
}

import type { Commitment, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, inLanguages, onceField, problemSummary, textField } from '../parts/fields.ts'
import { passage, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { ItemView } from './item.ts'

/** What was promised because of it, and where organisers promise something. */
export function promised(say: Say, view: ItemView, form: FormState): Html | null {
  const { project, promises, organises, item } = view
  const seen = promises.filter(({ publishedAt }) => organises || publishedAt !== null)
  if (seen.length === 0 && !organises) return null
  return html`<section class="stack" id="promises"><h2>${say('commitments.title')}</h2>
${seen.length > 0 ? html`<ul class="voices" role="list">${seen.map((one) => html`<li class="card">${promise(say, view, one)}</li>`)}</ul>` : null}
${organises && item.voice.status === 'shown' ? promiseForm(say, project, item.voice, form) : null}</section>`
}

function promise(say: Say, { project, organises }: ItemView, one: Commitment): Html {
  const text = words(say, one.will, project.locales)
  const reader = one.publishedAt ? 'published' : 'draft'
  return html`<p>${organises ? html`<a href="${paths.commitment(project, one)}">${text}</a>` : text}</p>
<p class="row"><span class="badge promise-${one.state}">${say(`commitment.state-${one.state}`)}</span> <span class="badge ${reader}">${say(`commitment.${reader}`)}</span></p>`
}

function promiseForm(say: Say, project: Project, voice: { id: string }, form: FormState): Html {
  const { locales } = project
  const isOpen = form.problems !== null
  const will = { name: 'will', label: say('commitment.will'), hint: say('commitment.will-hint'), rows: 3, max: 500 }
  return html`<details class="card fold" id="promise"${isOpen ? html` open` : null}><summary>${say('dialogue.promise')}</summary>
<form class="stack" method="post" action="${paths.itemPromise(project, voice)}" novalidate>
${onceField(form)}${problemSummary(say, form)}
<p class="hint">${say('dialogue.promise-hint')}</p>
${inLanguages(say, form, { ...will, locales })}
${inLanguages(say, form, { name: 'office', label: say('commitment.office'), locales, max: 120 })}
${textField(say, form, { name: 'dueOn', label: say('commitment.due-on'), type: 'date' })}
<p class="row"><button class="button quiet" name="deed" value="keep">${say('dialogue.keep-draft')}</button>
<button class="button" name="deed" value="publish">${say('dialogue.promise-publish')}</button></p>
</form></details>`
}

/** The same for everybody: where it stands. */
export function promisedInPublic(say: Say, project: Project, promises: readonly Commitment[]): Html | null {
  if (promises.length === 0) return null
  return html`<ul class="promised" role="list">${promises.map(
    (one) =>
      html`<li><a href="${paths.commitments(project)}#promise-${one.id}">${say('commitment.will')}</a>: ${passage(say, one.will, project.locales)}</li>`,
  )}</ul>`
}

import type { Letter, LetterWords, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { kindName } from './names.ts'
import { stateOf } from './state-of.ts'

export type WordsView = {
  project: Project
  letter: Letter
  /** As it reads without anybody's own words; null once it cannot be written any more. */
  usual: LetterWords | null
  /** It is gone, or on its way, or has nothing left to say: what is typed comes too late. */
  isLate: boolean
}

export function wordsPage(say: Say, view: WordsView, form: FormState): Page {
  const { project, letter } = view
  const title = say('mail.words-title')
  return {
    say,
    title,
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<p><a href="${paths.letter(project, letter)}">${kindName(say, letter)}, ${letter.recipient}</a></p>
<h1>${title}</h1>
${view.isLate ? late(say, view) : html`<p class="lead">${say('mail.words-lead')}</p>`}
${view.isLate || letter.heldAt ? null : holdFirst(say, project, letter)}
${wordsForm(say, view, form)}
${letter.words && view.usual && !view.isLate ? usualAgain(say, project, letter, view.usual) : null}`,
  }
}

function late(say: Say, { letter }: WordsView): Html {
  const state = stateOf(letter)
  const reason = state === 'waiting' || state === 'held' ? (letter.claimedUntil ? 'on-its-way' : 'overtaken') : state
  return html`<div class="notice" role="alert"><p>${say(`mail.words-late.${reason}`)}</p><p>${say('mail.words-kept')}</p></div>`
}

function holdFirst(say: Say, project: Project, letter: Letter): Html {
  return html`<form class="notice stack" method="post" action="${paths.letterDo(project, letter, 'hold')}"><p>${say('mail.words-hold')}</p>
<input type="hidden" name="next" value="words"><button class="button quiet">${say('mail.do.hold')}</button></form>`
}

function wordsForm(say: Say, { project, letter, isLate }: WordsView, form: FormState): Html {
  return html`<form class="card stack" method="post" action="${paths.letterDo(project, letter, 'words')}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'subject', label: say('mail.words-subject'), required: true, max: 200, autocomplete: 'off', lang: letter.locale })}
${textArea(say, form, { name: 'lead', label: say('mail.words-text'), hint: say('mail.words-hint'), required: true, max: 3000, rows: 6, lang: letter.locale })}
${isLate ? null : html`<button class="button">${say('mail.words-save')}</button>`}
</form>`
}

function usualAgain(say: Say, project: Project, letter: Letter, usual: LetterWords): Html {
  return html`<form class="card stack" method="post" action="${paths.letterDo(project, letter, 'usual-words')}"><h2>${say('mail.words-usual')}</h2>
<div lang="${letter.locale}"><p><strong>${usual.subject}</strong></p><p class="typed">${usual.lead}</p></div>
<button class="button quiet">${say('mail.words-reset')}</button></form>`
}

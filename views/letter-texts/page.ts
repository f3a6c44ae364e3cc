import { type Locale, locales } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import type { TextField } from '../../server/letter-texts/text-fields.ts'
import { type Html, html } from '../html.ts'
import type { LetterCase, LetterKind } from '../letters/catalogue.ts'
import type { TextIn } from '../letters/texts-in.ts'
import { kindName } from '../mail/names.ts'
import { occasion } from '../mail/occasion.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { languageNames } from '../when.ts'
import { textsForm } from './form.ts'
import { calendarBadge, changedBadge } from './list.ts'
import { letterPreview, type Preview } from './preview.ts'

export type LetterKindView = {
  project: Project
  kind: LetterKind
  /** The language whose words are shown. */
  locale: Locale
  /** For which reader the preview is. */
  shown: LetterCase
  texts: TextIn[]
  fields: TextField[]
  form: FormState
  preview: Preview
  changedIn: Locale[]
  /** Other kinds of letters that say the same text. */
  alsoIn: ReadonlyMap<MessageKey, string[]>
  mayEdit: boolean
}

/** One kind of letter: when it goes, its words in four languages, and how it reads. */
export function letterKindPage(say: Say, view: LetterKindView): Page {
  const { project, kind } = view
  return {
    say,
    title: kindName(say, kind),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<p class="above"><a href="${paths.letterKinds(project)}">${say('letter-texts.title')}</a></p>
<h1>${kindName(say, kind)}</h1>
<p class="lead">${occasion(say, kind)}</p>
<p class="letter-kind-facts"><span>${say('letter-texts.goes-to')} ${say(`letter-texts.to.${kind.to}`)}</span> ${calendarBadge(say, kind)} ${changedBadge(say, view.changedIn)}</p>
${tabs(say, view)}
<div class="letter-texts">
<div class="letter-texts-words">${view.texts.length > 0 ? textsForm(say, view) : html`<p class="notice">${say(kind.kind === 'message' ? 'letter-texts.written-each-time' : 'letter-texts.fixed')}</p>`}</div>
<div class="letter-texts-looks">${letterPreview(say, view)}</div>
</div>
<section class="letter-texts-frame">${frame(say, view)}</section>`,
    fragments: { 'letter-preview': () => letterPreview(say, view) },
  }
}

function tabs(say: Say, { project, kind, locale, changedIn }: LetterKindView): Html {
  return html`<nav aria-label="${say('letter-texts.languages')}"><ul class="row">${locales.map(
    (one) =>
      html`<li><a class="button quiet" lang="${one}" href="${paths.letterKind(project, kind.kind, { in: one })}"${one === locale ? html` aria-current="true"` : null}>${languageNames[one]}${
        changedIn.includes(one) ? html` <span class="badge count" title="${say('letter-texts.own')}">✎</span>` : null
      }</a></li>`,
  )}</ul></nav>`
}

/** With the words that were last saved; a button of the form shows those that were not. */
function frame(say: Say, { project, kind, locale, shown }: LetterKindView): Html {
  const src = paths.letterKindHtml(project, kind.kind, { in: locale, case: shown.name })
  return html`<h2>${say('mail.html')}</h2>
<iframe class="letter-frame" name="letter-frame" src="${src}" title="${say('mail.html')}" sandbox></iframe>`
}

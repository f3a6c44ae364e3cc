import type { TextField } from '../../server/letter-texts/text-fields.ts'
import { type Html, html } from '../html.ts'
import { kindName } from '../mail/names.ts'
import { choiceField, problemSummary, textArea, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import type { LetterKindView } from './page.ts'
import { placeholders } from './placeholders.ts'
import { isUsualCase, textLabel } from './text-label.ts'

/** The words to be put otherwise; whoever may only look reads them as they are. */
export function textsForm(say: Say, view: LetterKindView): Html {
  if (!view.mayEdit)
    return html`<dl class="letter-words">${view.fields.map((field) => shownText(say, view, field))}</dl>`
  const { project, kind, locale, form, fields } = view
  const preview = paths.letterKindDo(project, kind.kind, 'preview')
  const isUsual = ({ key }: TextField) => view.texts.some((text) => text.key === key && isUsualCase(kind, text))
  const [usual, others] = [fields.filter(isUsual), fields.filter((field) => !isUsual(field))]
  const labels = new Map(fields.map((field) => [field.name, textLabel(say, view, field)]))
  return html`<form class="card" method="post" action="${paths.letterKind(project, kind.kind)}" novalidate>
<input type="hidden" name="in" value="${locale}">
${problemSummary(say, form, labels)}
<div class="stack" hx-post="${preview}" hx-trigger="input delay:300ms, change" hx-target="#letter-preview" hx-swap="outerHTML" hx-sync="this:replace">
${caseField(say, view)}
${usual.map((field) => wordsField(say, view, field))}
${others.length > 0 ? html`<h2>${say('letter-texts.other-cases')}</h2>` : null}
${others.map((field) => wordsField(say, view, field))}
</div>
<div class="row"><button class="button">${say('letter-texts.save')}</button>
<button class="button quiet" formaction="${preview}">${say('letter-texts.show')}</button>
<button class="button quiet" formaction="${paths.letterKindHtml(project, kind.kind)}" formtarget="letter-frame">${say('letter-texts.show-html')}</button></div>
</form>
${fields.some(isOwn) ? usualWords(say, view) : null}`
}

function isOwn({ usual, now }: TextField): boolean {
  return usual !== now
}

function caseField(say: Say, { kind, form }: LetterKindView): Html {
  if (kind.cases.length === 1) return html`<input type="hidden" name="case" value="${kind.cases[0]?.name}">`
  const options = kind.cases.map(({ name }) => ({ value: name, label: say(`letter-texts.case.${name}`) }))
  return choiceField(say, form, { name: 'case', label: say('letter-texts.shown-for'), options })
}

function wordsField(say: Say, view: LetterKindView, field: TextField): Html {
  const label = html`${textLabel(say, view, field)}${isOwn(field) ? html` <span class="badge">${say('letter-texts.own')}</span>` : null}`
  const told = { name: field.name, label, lang: view.locale, max: field.rules.max, hint: aside(say, view, field) }
  return field.rules.isSubject ? textField(say, view.form, told) : textArea(say, view.form, { ...told, rows: 3 })
}

/** What may stand in it, where else it is said, and what it usually says. */
function aside(say: Say, view: LetterKindView, field: TextField): Html {
  const others = (view.alsoIn.get(field.key) ?? []).map((kind) => kindName(say, { kind }))
  return html`${placeholders(say, view, field)}${
    others.length > 0
      ? html`<span class="line">${say('letter-texts.also-in', { letters: others.join(', ') })}</span>`
      : null
  }${isOwn(field) ? html`<span class="line">${say('letter-texts.usually')} <q lang="${view.locale}">${field.usual}</q></span>` : null}`
}

function usualWords(say: Say, { project, kind, locale, alsoIn }: LetterKindView): Html {
  const language = languageNames[locale]
  return html`<form class="letter-usual" method="post" action="${paths.letterKindDo(project, kind.kind, 'usual')}">
<input type="hidden" name="in" value="${locale}">
<button class="button quiet">${say('letter-texts.usual-words', { language })}</button>
${alsoIn.size > 0 ? html`<p class="hint">${say('letter-texts.usual-words-too')}</p>` : null}</form>`
}

function shownText(say: Say, view: LetterKindView, field: TextField): Html {
  return html`<div><dt>${textLabel(say, view, field)}</dt><dd lang="${view.locale}">${field.now}</dd></div>`
}

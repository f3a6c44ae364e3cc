import type { Locale } from '../../db/languages.ts'
import type { Problem, Typed } from '../../server/forms.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

/** A form as its view sees it: what was typed, and what is wrong with it. */
export type FormState = { typed: Typed; problems: Problem[] | null }

export type Field = {
  name: string
  label: Content
  hint?: Content
  type?: 'text' | 'email' | 'number' | 'date' | 'time' | 'datetime-local' | 'url' | 'search'
  required?: boolean
  autocomplete?: 'name' | 'email' | 'bday-year' | 'one-time-code' | 'off'
  /** Phones show digits; with `decimal` a comma too. */
  numeric?: true | 'decimal'
  max?: number
  rows?: number
  /** The language of what is typed, where it is not the page's. */
  lang?: Locale
}

/** `adult`: what is chosen makes further questions needless; the style sheet hides them. */
export type Option = { value: string; label: Content; adult?: boolean }

/** Names what is wrong, at the top, each line leading to its field. `labels`: what those fields are called. */
export function problemSummary(
  say: Say,
  form: FormState,
  labels: ReadonlyMap<string, Content> = new Map(),
): Html | null {
  if (!form.problems?.length) return null
  return html`<div class="problems" role="alert" tabindex="-1" id="problems">
<p>${say('problem.summary', { count: form.problems.length })}</p>
<ul>${form.problems.map(
    (problem) =>
      html`<li><a href="#${fieldId(problem.field)}">${called(labels, problem)}${say(problem.key, problem.values)}</a></li>`,
  )}</ul>
</div>`
}

function called(labels: ReadonlyMap<string, Content>, { field }: Problem): Html | null {
  return labels.has(field) ? html`${labels.get(field)} – ` : null
}

export function textField(say: Say, form: FormState, field: Field): Html {
  return labelled(
    say,
    form,
    field,
    html`<input ${shared(form, field)} type="${field.type ?? 'text'}" value="${form.typed[field.name] ?? ''}">`,
  )
}

export function textArea(say: Say, form: FormState, field: Field): Html {
  return labelled(
    say,
    form,
    field,
    html`<textarea ${shared(form, field)} rows="${field.rows ?? 4}">
${form.typed[field.name] ?? ''}</textarea>`,
  )
}

export function choiceField(say: Say, form: FormState, field: Field & { options: Option[]; empty?: Content }): Html {
  const chosen = form.typed[field.name] ?? ''
  return labelled(
    say,
    form,
    field,
    html`<select ${shared(form, field)}>${field.empty === undefined ? null : html`<option value="">${field.empty}</option>`}${field.options.map(
      ({ value, label, adult }) =>
        html`<option value="${value}"${adult ? html` data-adult` : null}${value === chosen ? html` selected` : null}>${label}</option>`,
    )}</select>`,
  )
}

export function tickBox(form: FormState, field: Pick<Field, 'name' | 'label' | 'hint'>): Html {
  const hint = `${fieldId(field.name)}-hint`
  return html`<p class="field tick"><label><input type="checkbox" name="${field.name}" id="${fieldId(field.name)}" value="yes"${
    form.typed[field.name] ? html` checked` : null
  }${field.hint ? html` aria-describedby="${hint}"` : null}> ${field.label}</label>${field.hint ? html`<span class="hint" id="${hint}">${field.hint}</span>` : null}</p>`
}

/** One field per language, under one name: `title.lv`, `title.en`. */
export function inLanguages(say: Say, form: FormState, field: Field & { locales: readonly Locale[] }): Html {
  const one = field.rows ? textArea : textField
  if (field.locales.length === 1) return one(say, form, inOne(field, field.locales[0] ?? say.locale, field.label))
  const hint = `${fieldId(field.name)}-hint`
  return html`<fieldset class="in-languages"${field.hint ? html` aria-describedby="${hint}"` : null}><legend>${field.label}</legend>
${field.hint ? html`<p class="hint" id="${hint}">${field.hint}</p>` : null}
${field.locales.map((locale) => one(say, form, { ...inOne(field, locale, named(locale)), hint: undefined }))}</fieldset>`
}

function named(locale: Locale): Html {
  return html`<span lang="${locale}">${languageNames[locale]}</span>`
}

/** Marks this showing of a form, so that sending it twice makes one row. */
export function onceField({ typed }: FormState): Html | null {
  return typed.once ? html`<input type="hidden" name="once" value="${typed.once}">` : null
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`
}

function inOne(field: Field, lang: Locale, label: Content): Field {
  return { ...field, name: `${field.name}.${lang}`, lang, label, required: false }
}

function labelled(say: Say, form: FormState, field: Field, control: Html): Html {
  const problem = problemAt(form, field)
  return html`<div class="field${problem ? ' wrong' : ''}">
<label for="${fieldId(field.name)}">${field.label}</label>
${field.hint ? html`<p class="hint" id="${fieldId(field.name)}-hint">${field.hint}</p>` : null}
${control}
${problem ? html`<p class="problem" id="${fieldId(field.name)}-problem">${say(problem.key, problem.values)}</p>` : null}
</div>`
}

function shared(form: FormState, field: Field): Html {
  const wrong = problemAt(form, field) !== undefined
  const told = [field.hint ? `${fieldId(field.name)}-hint` : '', wrong ? `${fieldId(field.name)}-problem` : '']
  const described = told.filter(Boolean).join(' ')
  return html`name="${field.name}" id="${fieldId(field.name)}"${field.required ? html` required` : null}${
    field.autocomplete ? html` autocomplete="${field.autocomplete}"` : null
  }${field.numeric ? html` inputmode="${field.numeric === 'decimal' ? 'decimal' : 'numeric'}"` : null}${field.max ? html` maxlength="${field.max}"` : null}${field.lang ? html` lang="${field.lang}"` : null}${
    wrong ? html` aria-invalid="true"` : null
  }${described ? html` aria-describedby="${described}"` : null}`
}

function problemAt(form: FormState, field: Field): Problem | undefined {
  return form.problems?.find((problem) => problem.field === field.name)
}

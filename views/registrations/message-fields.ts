import { inLanguage, type Localised } from '../../db/languages.ts'
import type { Project, Registration } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, inLanguages, problemSummary } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { PlanView } from './plan.ts'

/** Where organisers write; below a preview, to change what was written and look again. */
export function messageFields(say: Say, view: PlanView, form: FormState): Html {
  const { project, meeting } = view
  const { locales } = project
  const fields = html`${inLanguages(say, form, { name: 'subject', label: say('bulk.subject'), hint: say('bulk.languages'), locales, max: 150 })}
${inLanguages(say, form, { name: 'text', label: say('bulk.text'), hint: say('bulk.text-hint'), locales, max: 5000, rows: 8 })}`
  if (!view.preview) return html`${problemSummary(say, form)}${fields}`
  return html`<details class="fold"><summary>${say('bulk.rewrite')}</summary><div class="stack">${fields}
<p><button class="button quiet" formaction="${paths.registrationsPlan(project, meeting)}">${say('bulk.preview')}</button></p></div></details>`
}

/** As the first of them will read it, in their language. */
export function preview(
  say: Say,
  { locales }: Project,
  { subject, text }: { subject: Localised; text: Localised },
  first: Registration,
): Html {
  const [head, body] = [inLanguage(subject, first.locale, locales), inLanguage(text, first.locale, locales)]
  return html`<figure class="letter-preview"><figcaption class="hint">${say('bulk.preview-of', { name: first.name ?? '', email: first.email ?? '' })}</figcaption>
<p lang="${head.locale}"><strong>${head.text}</strong></p>
<p class="as-typed" lang="${body.locale}">${body.text}</p>
<p class="hint">${say('bulk.below')}</p></figure>`
}

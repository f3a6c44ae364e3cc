import { locales } from '../../db/languages.ts'
import type { Group, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, fieldId, tickBox } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import type { MailingFormView } from './form.ts'

/** Whom it is for: how they stand, whether they came, from which groups, in which languages. */
export function audienceFields(say: Say, view: MailingFormView, form: FormState): Html {
  if (view.picked !== null) return html`<p>${say('mailing.picked', { people: view.picked })}</p>`
  const problem = form.problems?.find(({ field }) => field === 'standing')
  return html`<fieldset class="ticks" id="${fieldId('standing')}"><legend>${say('mailing.standing')}</legend>
${problem ? html`<p class="problem">${say(problem.key)}</p>` : null}
<div class="row">${view.standings.map((one) => tickBox(form, { name: `standing.${one}`, label: say(`desk.${one}`) }))}</div></fieldset>
${view.hasBegun ? cameField(say, view, form) : null}
${groupTicks(say, view.project, view.groups, form)}
<fieldset class="ticks"><legend>${say('mailing.languages')}</legend><p class="hint">${say('mailing.none-is-all')}</p>
<div class="row">${locales.map((locale) => tickBox(form, { name: `languages.${locale}`, label: html`<span lang="${locale}">${languageNames[locale]}</span>` }))}</div></fieldset>`
}

function cameField(say: Say, { checkedIn }: MailingFormView, form: FormState): Html {
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: say(`mailing.came-${value}`) }))
  return choiceField(say, form, {
    name: 'came',
    label: say('mailing.came'),
    hint: say('mailing.came-hint', { people: checkedIn }),
    options,
    empty: say('mailing.came-any'),
  })
}

function groupTicks(say: Say, { locales: order }: Project, groups: readonly Group[], form: FormState): Html | null {
  if (groups.length === 0) return null
  return html`<fieldset class="ticks"><legend>${say('mailing.groups')}</legend><p class="hint">${say('mailing.none-is-all')}</p>
<div class="row">${groups.map(({ id, name }) => tickBox(form, { name: `groups.${id}`, label: plain(say, name, order) }))}</div></fieldset>`
}

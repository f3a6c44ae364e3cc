import type { Group, Mailing, Meeting, Project } from '../../db/schema.ts'
import type { Recipients } from '../../server/mailings/recipients.ts'
import type { Standing } from '../../server/mailings/standings.ts'
import type { Chosen } from '../../server/registrations/desk/plan-form.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, inLanguages, onceField, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { audienceFields } from './audience-fields.ts'
import { reach } from './reach.ts'

export type MailingFormView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  standings: readonly Standing[]
  /** Null while it is not kept yet. */
  mailing: Pick<Mailing, 'id'> | null
  /** How many were picked by hand in the list, and in which words; null where the form says who is meant. */
  picked: number | null
  chosen: Chosen | null
  hasBegun: boolean
  /** How many are known to have come. */
  checkedIn: number
  /** Null: the form does not say whom. */
  recipients: Recipients | null
}

/** Where a mailing is written: to whom, and what. */
export function mailingFormPage(say: Say, view: MailingFormView, form: FormState): Page {
  const { project, meeting, mailing } = view
  const title = say(mailing ? 'mailing.edit' : 'mailing.new')
  const action = mailing ? paths.mailing(project, meeting, mailing) : paths.mailings(project, meeting)
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'mailings', project, meeting }),
    fragments: { reach: () => reach(say, view.recipients) },
    main: html`<p class="above"><a href="${paths.mailings(project, meeting)}">${say('mailings.title')}</a></p>
<h1>${title}</h1>
<form class="card stack letter-form" method="post" action="${action}" novalidate>
${onceField(form)}${hidden(view)}${problemSummary(say, form)}
${whom(say, view, form)}
${inLanguages(say, form, { name: 'subject', label: say('bulk.subject'), hint: say('mailing.fall-back'), locales: project.locales, max: 150 })}
${inLanguages(say, form, { name: 'text', label: say('bulk.text'), hint: say('bulk.text-hint'), locales: project.locales, max: 5000, rows: 8 })}
<p class="row"><button class="button">${say('mailing.save')}</button>
<button class="button quiet" formaction="${paths.mailingsCount(project, meeting)}">${say('mailing.count')}</button>
<a class="button quiet" href="${paths.mailings(project, meeting)}">${say('meeting-deed.not-now')}</a></p>
</form>`,
  }
}

/** What is ticked is counted at once; without JavaScript by a button after the one that saves: Enter presses the first. */
function whom(say: Say, view: MailingFormView, form: FormState): Html {
  const { project, meeting } = view
  const count = paths.mailingsCount(project, meeting)
  const kinds = (['about', 'news'] as const).map((value) => ({ value, label: say(`mailing.kind-${value}`) }))
  return html`<div class="stack whom" hx-post="${count}" hx-trigger="change" hx-target="#reach" hx-swap="outerHTML">
${choiceField(say, form, { name: 'kind', label: say('mailing.kind'), hint: say('mailing.kind-hint'), options: kinds })}
${audienceFields(say, view, form)}
${reach(say, view.recipients)}</div>`
}

/** Which draft is counted, and whoever was picked, as they were. */
function hidden({ mailing, chosen }: MailingFormView): Html | null {
  if (mailing) return html`<input type="hidden" name="mailing" value="${mailing.id}">`
  if (!chosen) return null
  const whom = chosen.all
    ? html`<input type="hidden" name="all" value="yes"><input type="hidden" name="upto" value="${chosen.upto}">`
    : html`${chosen.chosen.map((id) => html`<input type="hidden" name="chosen.${id}" value="yes">`)}`
  return html`<input type="hidden" name="deed" value="write"><input type="hidden" name="look" value="${chosen.look}">${whom}`
}

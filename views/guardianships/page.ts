import type { Guardianship, Meeting, Project, Registration } from '../../db/schema.ts'
import type { PhotoConsents } from '../../server/consents/standing.ts'
import type { CurrentText } from '../../server/consents/text.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime, shortDay } from '../when.ts'
import { answerSection } from './answer-section.ts'
import { presentAnswer } from './present-answer.ts'

export type ChildView = {
  project: Project
  meeting: Meeting
  registration: Registration
  guardianship: Guardianship
  photos: PhotoConsents
  text: CurrentText
  /** When the child's and the guardian's data go. */
  forgottenAt: Temporal.Instant
  token: string
}

/** What a guardian is asked about somebody who registered, and what they have answered. */
export function childPage(say: Say, view: ChildView, form: FormState): Page {
  const { project, registration, guardianship } = view
  const isAnswered = guardianship.answeredAt !== null
  const name = registration.name ?? ''
  const title = say(isAnswered ? 'guardian.thanks' : `guardianship.title-${guardianship.about}`, { name })
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer"><h1 class="answer-head">${title}</h1>
<div class="answer-body stack">${problemSummary(say, form)}${isAnswered ? presentAnswer(say, view) : html`<p>${say(`guardianship.lead-${guardianship.about}`, { name, age: project.childAge })}</p>`}${facts(say, view)}</div></section>
${answerSection(say, view, form)}
${kept(say, view)}
${isAnswered ? null : mistaken(say, view)}
${contact(say, project)}
</div>`,
  }
}

function facts(say: Say, { project, meeting, registration, guardianship }: ChildView): Html {
  const where = placeText(say, project, meeting)
  const until = guardianship.answeredAt ? null : registration.heldUntil
  return html`<dl class="guardian-answer">
<div><dt>${say('guardianship.meeting')}</dt><dd><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></dd></div>
<div><dt>${say('letter.when')}</dt><dd>${meeting.status === 'postponed' ? say('guardian.date-open') : whenText(say, meeting)}</dd></div>
${where ? html`<div><dt>${say('letter.where')}</dt><dd>${where}</dd></div>` : null}
${until ? html`<div><dt>${say('guardianship.until')}</dt><dd>${dayAndTime(until, meeting.zone, say.locale)}</dd></div>` : null}
</dl>`
}

function kept(say: Say, { meeting, registration, forgottenAt }: ChildView): Html {
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  return html`<details class="card fold"><summary>${say('guardianship.kept-title')}</summary><div class="stack"><ul>
<li>${say('guardianship.kept-child', { name: registration.name ?? '' })}</li>
<li>${say('guardianship.kept-you')}</li>
<li>${say('guardianship.kept-until', { date })}</li>
</ul><p><a href="${paths.privacy}">${say('site.privacy')}</a></p></div></details>`
}

function mistaken(say: Say, { token }: ChildView): Html {
  return html`<details class="card fold"><summary>${say('guardianship.not-mine-title')}</summary>
<form class="stack" method="post" action="${paths.childNotMine(token)}">
<p>${say('guardianship.not-mine-text')}</p>
<button class="button quiet">${say('guardianship.not-mine')}</button>
</form></details>`
}

function contact(say: Say, { contactEmail }: Project): Html | null {
  if (!contactEmail) return null
  return html`<p class="hint">${say('guardian.contact')}: <a href="mailto:${contactEmail}">${contactEmail}</a></p>`
}

import type { GuardianConsent, Project, Speaker } from '../../db/schema.ts'
import type { Occasion } from '../../server/guardians/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { day, machine, shortDay, time } from '../when.ts'

export type GuardianView = {
  project: Project
  speaker: Pick<Speaker, 'name' | 'minor'>
  consent: GuardianConsent
  occasions: Occasion[]
  token: string
  /** What they sign. */
  statement: MessageKey
}

/** What a guardian is asked, and what they have answered. */
export function guardianPage(say: Say, view: GuardianView, form: FormState): Page {
  const { project, speaker, consent } = view
  const title = say(consent.answeredAt ? 'guardian.thanks' : 'guardian.title', { name: speaker.name })
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer"><h1 class="answer-head">${title}</h1>
<div class="answer-body stack">${consent.answeredAt ? presentAnswer(say, view) : html`<p>${intro(say, view)}</p>`}${stories(say, view)}</div></section>
${speaker.minor ? html`${question(say, view, form)}${mistaken(say, view)}` : html`<p class="card">${say('guardian.of-age', { name: speaker.name })}</p>`}
${contact(say, project)}
</div>`,
  }
}

function intro(say: Say, { project, speaker }: GuardianView): string {
  return say('guardian.lead', { name: speaker.name, project: plain(say, project.title, project.locales) })
}

function presentAnswer(say: Say, { project, consent }: GuardianView): Html {
  const { answeredAt, nameAgreed, pictureAgreed, signedBy } = consent
  const said = (yes: boolean) =>
    html`<dd><span class="badge ${yes ? 'confirmed' : 'draft'}">${say(yes ? 'guardian.yes' : 'guardian.no')}</span></dd>`
  return html`<dl class="guardian-answer">
<div><dt>${say('guardian.said-name')}</dt>${said(nameAgreed)}</div>
<div><dt>${say('guardian.said-picture')}</dt>${said(pictureAgreed)}</div>
${signedBy ? html`<div><dt>${say('guardian.said-by')}</dt><dd>${signedBy}</dd></div>` : null}
${answeredAt ? html`<div><dt>${say('guardian.said-on')}</dt><dd>${moment(say, answeredAt, project.zone)}</dd></div>` : null}
</dl>
<p>${say(nameAgreed ? 'guardian.next' : 'guardian.next-none')}</p>`
}

function moment(say: Say, at: Temporal.Instant, zone: string): Html {
  const words = `${shortDay(at, zone, say.locale)}, ${time(at, zone, say.locale)}`
  return html`<time datetime="${machine(at, zone)}">${words}</time>`
}

function stories(say: Say, { project, occasions }: GuardianView): Html {
  return html`<h2>${say('guardian.stories')}</h2>
${occasions.length === 0 ? html`<p>${say('guardian.stories-none')}</p>` : html`<ul>${occasions.map((one) => story(say, project, one))}</ul>`}`
}

function story(say: Say, { locales }: Project, { meeting, slot, day: on }: Occasion): Html {
  const when = meeting.status === 'postponed' ? null : (on ?? meeting.startsAt)
  return html`<li><strong>${words(say, slot.title, locales)}</strong><br>
${words(say, meeting.title, locales)}<br>
<span class="hint">${when ? html`<time datetime="${machine(when, meeting.zone).slice(0, 10)}">${day(when, meeting.zone, say.locale)}</time>` : say('guardian.date-open')}</span></li>`
}

function question(say: Say, view: GuardianView, form: FormState): Html {
  const { consent, token } = view
  const asks = html`<form class="stack" method="post" action="${paths.guardian(token)}" novalidate>
${problemSummary(say, form)}
${terms(say, view)}
${choices(say, form, view.statement)}
${textField(say, form, { name: 'signedBy', label: say('guardian.signed-by'), hint: say('guardian.signed-hint'), autocomplete: 'name', max: 100 })}
<button class="button wide" name="answer" value="choices">${say('guardian.send')}</button>
<button class="button quiet wide" name="answer" value="none">${say(hasAgreed(consent) ? 'guardian.withdraw' : 'guardian.none')}</button>
<p class="hint">${say('guardian.keep')} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>`
  if (!consent.answeredAt) return html`<section class="card">${asks}</section>`
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('guardian.change')}</summary>${asks}</details>`
}

function terms(say: Say, { speaker }: GuardianView): Html {
  return html`<h2>${say('guardian.public-title')}</h2>
<ul>
<li>${say('guardian.public-name', { name: speaker.name })}</li>
<li>${say('guardian.public-picture')}</li>
<li>${say('guardian.public-never')}</li>
</ul>
<p>${say('guardian.public-until')}</p>`
}

/** Each for itself, and none ticked beforehand. */
function choices(say: Say, form: FormState, statement: MessageKey): Html {
  const problem = form.problems?.find(({ field }) => field === 'nameAgreed')
  return html`<fieldset class="guardian-choices"${problem ? html` aria-describedby="field-nameAgreed-problem"` : null}><legend>${say('guardian.answer')}</legend>
<p>${say(statement)}</p>
${tickBox(form, { name: 'nameAgreed', label: say('guardian.name') })}
${tickBox(form, { name: 'pictureAgreed', label: say('guardian.picture') })}
${problem ? html`<p class="problem" id="field-nameAgreed-problem">${say(problem.key, problem.values)}</p>` : null}
</fieldset>`
}

function mistaken(say: Say, { token }: GuardianView): Html {
  return html`<details class="card fold"><summary>${say('guardian.not-mine-title')}</summary>
<form class="stack" method="post" action="${paths.guardianNotMine(token)}">
<p>${say('guardian.not-mine-text')}</p>
<button class="button quiet">${say('guardian.not-mine')}</button>
</form></details>`
}

function contact(say: Say, { contactEmail }: Project): Html | null {
  if (!contactEmail) return null
  return html`<p class="hint">${say('guardian.contact')}: <a href="mailto:${contactEmail}">${contactEmail}</a></p>`
}

function hasAgreed({ nameAgreed, pictureAgreed }: GuardianConsent): boolean {
  return nameAgreed || pictureAgreed
}

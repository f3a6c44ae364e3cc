import type { GuardianConsent, Project, Speaker } from '../../db/schema.ts'
import type { GuardianStanding } from '../../server/guardians/rules.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textField } from '../parts/fields.ts'
import type { MessageKey, Say } from '../say.ts'
import { languageNames, machine, stamp } from '../when.ts'

export type GuardianPart = {
  speaker: Speaker
  answers: GuardianConsent[]
  standing: GuardianStanding
  /** Where the form goes. */
  action: string
}

type Zoned = GuardianPart & { project: Pick<Project, 'zone'> }

export function guardianBadge(say: Say, standing: GuardianStanding): Html {
  return html`<span class="badge ${looks[standing]}">${say(`guardians.standing.${standing}`)}</span>`
}

const looks: Record<GuardianStanding, string> = {
  nobody: 'failed',
  waiting: 'waiting',
  agreed: 'confirmed',
  'name-only': 'confirmed',
  refused: 'cancelled',
}

/** For the organisers: everybody who was asked, what they said, and the form to ask. Nothing for those of age. */
export function guardianSection(say: Say, part: Zoned, form: FormState): Html | null {
  const { answers, standing, action, project } = part
  if (!part.speaker.minor) return null
  return html`<section class="card stack" id="guardian" aria-labelledby="guardian-title">
<h2 id="guardian-title">${say('guardians.title')}</h2>
<p>${guardianBadge(say, standing)}</p>
<p>${say('guardians.lead')}</p>
${answers.length > 0 ? html`<ul class="guardian-list">${answers.map((answer) => asked(say, project, answer, action))}</ul>` : null}
${askForm(say, form, { action, label: answers.length > 0 ? 'guardians.ask-another' : 'guardians.ask' })}
${['agreed', 'name-only'].includes(standing) ? withdrawal(say, action) : null}
</section>`
}

/** For the young speakers themselves: how it stands, without who has signed what. */
export function ownGuardianSection(say: Say, part: Zoned, form: FormState): Html | null {
  const { answers, standing, action } = part
  if (!part.speaker.minor) return notYetMinor(say, action, form)
  const label = answers.length > 0 ? 'guardians.ask-another' : 'guardians.ask'
  const isOpen = standing === 'nobody' || standing === 'waiting'
  return html`<section class="card stack" id="guardian" aria-labelledby="guardian-title">
<h2 id="guardian-title">${say('guardians.title')}</h2>
<p>${guardianBadge(say, standing)}</p>
${isOpen ? html`<p>${say('guardians.lead-yours')}</p>` : null}
${answers.length > 0 ? html`<ul class="guardian-list">${answers.map((answer) => html`<li>${veiled(answer)}<br><span class="hint">${moment(say, part.project, 'guardians.asked', answer.askedAt)}</span></li>`)}</ul>` : null}
${isOpen ? askForm(say, form, { action, label }) : null}
</section>`
}

/** Whoever names a guardian says that they are under 18. */
function notYetMinor(say: Say, action: string, form: FormState): Html {
  const hasProblem = form.problems?.some(({ field }) => field === 'guardianEmail')
  return html`<details class="card fold" id="guardian"${hasProblem ? html` open` : null}><summary>${say('guardians.under-age')}</summary>
<div class="stack"><p>${say('guardians.lead-yours')}</p>${askForm(say, form, { action, label: 'guardians.ask' })}</div></details>`
}

function asked(say: Say, project: Pick<Project, 'zone'>, answer: GuardianConsent, action: string): Html {
  const { email, locale, askedAt, remindedAt, answeredAt, signedBy } = answer
  return html`<li><strong>${email ?? say('guardians.forgotten')}</strong><br>
${say(`guardians.said.${said(answer)}`)}${signedBy ? html` · ${say('guardians.signed', { name: signedBy })}` : null}<br>
<span class="hint">${moment(say, project, 'guardians.asked', askedAt)}${remindedAt ? html` · ${moment(say, project, 'guardians.reminded', remindedAt)}` : null}${
    answeredAt ? html` · ${moment(say, project, 'guardians.answered', answeredAt)}` : null
  }</span>
${email && !answeredAt ? again(say, { email, locale }, action) : null}</li>`
}

function again(say: Say, { email, locale }: { email: string; locale: string }, action: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="guardianEmail" value="${email}"><input type="hidden" name="guardianLanguage" value="${locale}">
<button class="button quiet small">${say('guardians.ask-again')}</button> <span class="hint">${say('guardians.once-a-day')}</span></form>`
}

function askForm(say: Say, form: FormState, { action, label }: { action: string; label: MessageKey }): Html {
  const options = Object.entries(languageNames).map(([value, name]) => ({ value, label: name }))
  return html`<form class="stack" method="post" action="${action}" novalidate>
${textField(say, form, { name: 'guardianEmail', label: say('guardians.email'), type: 'email', required: true, autocomplete: 'off', max: 254 })}
${choiceField(say, form, { name: 'guardianLanguage', label: say('guardians.language'), options })}
<button class="button quiet">${say(label)}</button>
</form>`
}

function withdrawal(say: Say, action: string): Html {
  return html`<details class="fold"><summary>${say('guardians.withdraw-title')}</summary>
<form class="stack" method="post" action="${action}/withdraw"><p>${say('guardians.withdraw-text')}</p>
<button class="button danger">${say('guardians.withdraw')}</button></form></details>`
}

function said({ answeredAt, nameAgreed, pictureAgreed, textVersion }: GuardianConsent) {
  if (textVersion === 'guardian.not-mine') return 'not-mine'
  if (!answeredAt) return 'silent'
  if (nameAgreed) return pictureAgreed ? 'both' : 'name'
  return pictureAgreed ? 'picture' : 'none'
}

/** Enough to recognise a typing mistake by: "m…@example.org". */
function veiled({ email }: GuardianConsent): string {
  return email ? email.replace(/^(.).*@/u, '$1…@') : '…'
}

function moment(say: Say, { zone }: Pick<Project, 'zone'>, key: MessageKey, at: Temporal.Instant): Html {
  return html`<time datetime="${machine(at, zone)}">${say(key, { when: stamp(at, zone, say.locale) })}</time>`
}

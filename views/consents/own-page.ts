import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { OwnPhotos, Said } from '../../server/consents/own.ts'
import type { OwnGuardian } from '../../server/guardianships/own.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { languageNames, machine, stamp } from '../when.ts'
import { consentBadge } from './badge.ts'
import { photoChoices } from './photo-choices.ts'

export type OwnPhotosView = {
  project: Project
  meeting: Meeting
  registration: Registration
  photos: OwnPhotos
  guardian: OwnGuardian
  token: string
}

export function ownPhotosPage(say: Say, view: OwnPhotosView, form: FormState): Page {
  const { project, meeting, registration, photos, token } = view
  return {
    say,
    title: say('photos.title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer"><h1 class="answer-head">${say('photos.title')}</h1><div class="answer-body stack">
${problemSummary(say, form)}
<dl class="guardian-answer">${meeting.photoChannels.map((channel) => html`<div><dt>${say(`photo.${channel}`)}</dt><dd>${consentBadge(say, photos.standing[channel])}</dd></div>`)}</dl>
</div></section>
${registration.ageBand === 'adult' ? consents(say, view, form) : html`${guardianPart(say, view)}${objections(say, view, form)}`}
${photos.said.length > 0 ? record(say, view) : null}
<p><a class="button quiet" href="${paths.mine(token)}">${say('guardians.back')}</a></p>
</div>`,
  }
}

function consents(say: Say, view: OwnPhotosView, form: FormState): Html {
  return photoForm(say, view, form, say('register.photos'), 'register.photos-hint')
}

/** A yes is a guardian's to say. */
function guardianPart(say: Say, { guardian, token }: OwnPhotosView): Html {
  const link = html`<p><a class="button quiet" href="${paths.mineGuardian(token)}">${say(guardian.asked ? 'guardianship.own-change' : 'photos.ask')}</a></p>`
  return html`<section class="card stack"><p>${say(`photos.guardian-${guardian.standing}`)}</p>${['nobody', 'asked'].includes(guardian.standing) ? link : null}</section>`
}

function objections(say: Say, view: OwnPhotosView, form: FormState): Html {
  return photoForm(say, view, form, say('photos.against'), 'photos.against-hint')
}

function photoForm(
  say: Say,
  { project, meeting, photos, token }: OwnPhotosView,
  form: FormState,
  legend: string,
  hint: MessageKey,
): Html {
  const question = { project, channels: meeting.photoChannels, text: photos.text }
  return html`<form class="card stack" method="post" action="${paths.minePhotos(token)}" novalidate>
${photoChoices(say, form, question, legend, hint)}
<button class="button">${say('mine.save')}</button></form>`
}

/** Who said what, when, in which words and language. */
function record(say: Say, view: OwnPhotosView): Html {
  return html`<details class="card fold"><summary>${say('photos.record')}</summary><ul class="guardian-list">${view.photos.said.map((one) => said(say, view, one))}</ul></details>`
}

function said(say: Say, { project, meeting }: OwnPhotosView, { channel, agreed, at, by, locale, text }: Said): Html {
  return html`<li><strong>${say(`photo.${channel}`)}: ${say(agreed ? 'photos.yes' : 'photos.no')}</strong><br>
<span class="hint">${say(`photos.by-${by}`)} · <time datetime="${machine(at, meeting.zone)}">${stamp(at, meeting.zone, say.locale)}</time> · <span lang="${locale}">${languageNames[locale]}</span> · ${
    text
      ? say('photos.version', { number: text.number, when: stamp(text.since, project.zone, say.locale) })
      : say('photos.version-ours')
  }</span></li>`
}

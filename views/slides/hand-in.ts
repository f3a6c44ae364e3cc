import type { Project } from '../../db/schema.ts'
import type { OwnSlides } from '../../server/slides/own.ts'
import type { ShownSlides } from '../../server/slides/queries.ts'
import { type Html, html } from '../html.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { slidesAsked } from './asked.ts'
import { fileList } from './files.ts'
import { fileFieldName, replacesField, slidesField } from './slides-field.ts'

export type HandInView = { token: string; project: Project; own: OwnSlides; now: Temporal.Instant }

const blank: FormState = { typed: {}, problems: null }

/** The slides of one slot on its speaker's page: what is in, what is asked for, and the form. */
export function handIn(say: Say, view: HandInView, sent: FormState = blank): Html {
  const { slot, slides } = view.own
  const heading = `slides-of-${slot.id}`
  const form = ofSlot(sent, slot)
  return html`<article class="card stack">
<h2 id="${heading}">${words(say, slot.title, view.project.locales)}</h2>
${problemSummary(say, form)}
${slides.length > 0 ? handedIn(say, view) : null}
${asking(say, view, form)}
</article>`
}

/** Only what concerns this slot: there may be several on the page. */
function ofSlot({ typed, problems }: FormState, slot: { id: string }): FormState {
  const its = problems?.filter(({ field }) => field === fileFieldName(slot)) ?? []
  return { typed, problems: its.length > 0 ? its : null }
}

function handedIn(say: Say, { token, own }: HandInView): Html {
  const path = ({ id }: { id: string }) => paths.speakerDo(token, `slides/${id}`)
  return html`<p class="lead">${say('slides.in')}</p>
${fileList(say, own.slides, path, (slides) => html`${badge(say, slides)}${removal(say, token, slides)}`)}
${own.slides.every(({ published }) => published) ? null : html`<p class="hint">${say('slides.who-sees')}</p>`}`
}

function badge(say: Say, { published }: { published: boolean }): Html | null {
  return published ? html` <span class="badge published">${say('slides.is-published')}</span>` : null
}

function removal(say: Say, token: string, { id, name }: ShownSlides): Html {
  return html`<form method="post" action="${paths.speakerDo(token, `slides/${id}/remove`)}">
<button class="link danger" aria-label="${say('slides.remove-named', { name })}">${say('slides.remove')}</button></form>`
}

function asking(say: Say, view: HandInView, form: FormState): Html | null {
  const { own, token, project } = view
  if (own.closed) return null
  if (own.slides.length >= own.most.files)
    return html`<p class="hint">${say('slides.is-full', { most: own.most.files })}</p>`
  const title = plain(say, own.slot.title, project.locales)
  return html`${own.slides.length > 0 ? null : html`<p class="lead">${slidesAsked(say, own.meeting, own.due, view.now)}</p>`}
<form class="stack" method="post" action="${paths.speakerDo(token, `slots/${own.slot.id}/slides`)}" enctype="multipart/form-data">
${replacesField(say, own.slot, own.slides)}
${slidesField(say, form, own.slot, own.most.megabytes)}
<p><button class="button" aria-label="${say('slides.of', { deed: say('slides.send'), title })}">${say('slides.send')}</button></p>
</form>`
}

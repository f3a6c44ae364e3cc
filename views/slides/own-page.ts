import type { Project } from '../../db/schema.ts'
import type { OwnSlides } from '../../server/slides/own.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { handIn } from './hand-in.ts'

export type OwnSlidesView = { token: string; project: Project; own: OwnSlides[]; now: Temporal.Instant }

/** Where the reminder leads: nothing but a speaker's slides, all their slots one below the other. */
export function ownSlidesPage(say: Say, view: OwnSlidesView, form?: FormState): Page {
  return {
    say,
    title: say('slides.own-title'),
    colour: colourOf(view.project),
    of: view.project,
    personal: true,
    main: html`<div class="register-page">
<p class="above"><a href="${paths.speaker(view.token)}">← ${say('slides.own-back')}</a></p>
<h1>${say('slides.own-title')}</h1>
${view.own.length === 0 ? html`<p class="lead">${say('slides.own-none')}</p>` : null}
${view.own.map((own) => handIn(say, { ...view, own }, form))}
</div>`,
  }
}

import type { Locale, Localised } from '../../db/languages.ts'
import type { SlotMinutes } from '../../server/minutes/desk.ts'
import type { Merge } from '../../server/minutes/merge.ts'
import type { Clash } from '../../server/minutes/save-minutes.ts'
import { type Html, html } from '../html.ts'
import { languageBadge } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { asTyped } from './as-typed.ts'
import { savedBy } from './versions.ts'

/** Somebody saved meanwhile: their text, and both in one, to be looked through. One’s own stands in the form below. */
export function clashed(say: Say, its: SlotMinutes, { theirs, merged }: Clash & { merged: Merge }): Html {
  const { project, meeting, slot } = its
  return html`<div class="notice" role="alert" tabindex="-1" id="clash"><p><strong>${say('minutes.clash')}</strong></p><p>${say('minutes.clash-what')}</p></div>
<div class="minutes-both">
<section class="card stack" aria-labelledby="theirs"><h2 id="theirs">${say('minutes.theirs')}</h2>
<p class="hint">${savedBy(say, its, theirs)}</p>${asTyped(project.locales, theirs.text)}</section>
<section class="card stack" aria-labelledby="merged"><h2 id="merged">${say('minutes.merged')}</h2>
<p class="hint">${say(merged.clean ? 'minutes.merged-clean' : 'minutes.merged-both')}</p>
<form class="stack" method="post" action="${paths.minutesOf(project, meeting, slot)}" novalidate>
<input type="hidden" name="basedOn" value="${theirs.number}">
${project.locales.map((locale) => mergedField(say, locale, merged.text))}
<p><button class="button">${say('minutes.save-merged')}</button></p></form></section>
</div>`
}

function mergedField(say: Say, locale: Locale, text: Localised): Html {
  const id = `merged-${locale}`
  return html`<div class="field"><label for="${id}">${say('minutes.merged')} ${languageBadge(locale)}</label>
<textarea name="text.${locale}" id="${id}" lang="${locale}" rows="10">
${text[locale] ?? ''}</textarea></div>`
}

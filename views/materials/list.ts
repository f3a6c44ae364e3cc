import type { Locale } from '../../db/languages.ts'
import type { Licence, Material } from '../../db/schema.ts'
import { type Content, type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { kindAndSize } from '../slides/files.ts'

/** Each with what it is, whose, and on which terms; `more` stands behind it. */
export function materialList(
  say: Say,
  locales: readonly Locale[],
  materials: readonly Material[],
  more: (material: Material) => Content = () => null,
): Html {
  return html`<ul class="materials" role="list">${materials.map(
    (material) => html`<li>${materialLine(say, locales, material)}${more(material)}</li>`,
  )}</ul>`
}

/** What everybody may have of a slot or of a meeting; nothing where there is none. */
export function materialsPublished(
  say: Say,
  locales: readonly Locale[],
  materials: readonly Material[] = [],
): Html | null {
  if (materials.length === 0) return null
  return html`<section class="stack" aria-labelledby="materials"><h2 id="materials">${say('materials.title')}</h2>${materialList(say, locales, materials)}</section>`
}

export function materialLine(say: Say, locales: readonly Locale[], material: Material): Html {
  const title = words(say, material.title, locales)
  const called = say('slides.download-named', { name: plain(say, material.title, locales) })
  const link = material.type
    ? html`<a href="${paths.material(material)}" download aria-label="${called}">${title}</a>`
    : html`<a href="${material.url}" rel="noopener noreferrer">${title}</a>`
  return html`<div>${link}<p class="hint">${say(`materials.kind.${material.kind}`)} · ${what(say, material)}${terms(say, material)}</p></div>`
}

function what(say: Say, { type, bytes, url }: Material): string {
  return type ? kindAndSize(say, { type, bytes: bytes ?? 0 }) : new URL(url).host
}

function terms(say: Say, { credit, licence }: Material): Html {
  const free = licence === 'all-rights' ? null : html` · ${licenceLink(say, licence)}`
  return html`${credit ? html` · ${credit}` : null}${free}`
}

const deeds: Record<Exclude<Licence, 'all-rights'>, string> = {
  'cc-by': 'https://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
}

function licenceLink(say: Say, licence: Exclude<Licence, 'all-rights'>): Html {
  return html`<a rel="license noopener noreferrer" href="${deeds[licence]}">${say(`materials.licence.${licence}`)}</a>`
}

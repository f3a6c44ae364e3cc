import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, inLanguages, textField, tickBox } from '../parts/fields.ts'
import { languageOptions } from '../parts/languages.ts'
import type { Say } from '../say.ts'

/** Ticked in this order; the rest of the world's languages can stand in the bio. */
const spoken = ['lv', 'en', 'ru', 'uk', 'be', 'lt', 'et', 'pl', 'de', 'fr', 'es'] as const
const linkRows = [0, 1, 2, 3]

/** Who they are, in their own words: the same on their page and on the organisers'. */
export function bioFields(say: Say, { locales: ofProject }: Project, form: FormState): Html {
  return html`${inLanguages(say, form, { name: 'bio', label: say('speaker.bio'), hint: say('speaker.bio-hint'), locales: ofProject, rows: 4, max: 2000 })}
<fieldset class="links"><legend>${say('speaker.links')}</legend><p class="hint">${say('speaker.links-hint')}</p>
${linkRows.map((row) => linkRow(say, form, row))}</fieldset>
<fieldset class="spoken"><legend>${say('speaker.languages')}</legend>
${spoken.map((code) => tickBox(form, { name: `languages.${code}`, label: nameOf(say, code) }))}</fieldset>`
}

export function letterLanguage(say: Say, form: FormState): Html {
  return choiceField(say, form, {
    name: 'language',
    label: say('mine.language'),
    options: languageOptions,
    empty: say('speaker.language-default'),
  })
}

function linkRow(say: Say, form: FormState, row: number): Html {
  const number = row + 1
  return html`<div class="row">
${textField(say, form, { name: `links.${row}.label`, label: say('speaker.link-label', { number }), max: 80 })}
${textField(say, form, { name: `links.${row}.url`, label: say('speaker.link-url', { number }), type: 'url', max: 2000 })}
</div>`
}

function nameOf({ locale }: Say, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}

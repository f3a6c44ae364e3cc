import { type Locale, locales } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colours } from '../page.ts'
import { choiceField, type FormState, fieldId, inLanguages, textField, tickBox } from '../parts/fields.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

/** What a project begins with. */
export function beginningFields(say: Say, form: FormState): Html {
  return html`${inLanguages(say, form, { name: 'title', label: say('settings.title'), locales, max: 120 })}
<p class="hint">${say('settings.title-languages')}</p>
${leadField(say, form, locales)}
${slugField(say, form, null)}
${colourField(say, form)}
${zoneField(say, form)}`
}

/** Everything that is told about it, but its rows. */
export function basicsFields(say: Say, form: FormState, project: Project): Html {
  const spoken = project.locales
  return html`${inLanguages(say, form, { name: 'title', label: say('settings.title'), locales: spoken, max: 120 })}
${inLanguages(say, form, { name: 'aim', label: say('settings.aim'), hint: say('settings.aim-hint'), locales: spoken, rows: 5, max: 3000 })}
${textField(say, form, { name: 'contactEmail', label: say('settings.contact'), hint: say('settings.contact-hint'), type: 'email', max: 254 })}
<div class="row">${dateField(say, form, 'startsOn')}${dateField(say, form, 'endsOn')}</div>
${ageFields(say, form)}
${inLanguages(say, form, { name: 'programme', label: say('settings.programme'), locales: spoken, max: 200 })}
${inLanguages(say, form, { name: 'funder', label: say('settings.funder'), locales: spoken, max: 200 })}
${inLanguages(say, form, { name: 'disclaimer', label: say('settings.disclaimer'), hint: say('settings.disclaimer-hint'), locales: spoken, rows: 3, max: 1000 })}
${textField(say, form, { name: 'number', label: say('settings.number'), max: 60 })}
${languageFields(say, form)}
${slugField(say, form, project)}
${colourField(say, form)}
${zoneField(say, form)}`
}

function dateField(say: Say, form: FormState, name: 'startsOn' | 'endsOn'): Html {
  return textField(say, form, {
    name,
    label: say(name === 'startsOn' ? 'settings.starts' : 'settings.ends'),
    type: 'date',
  })
}

function ageFields(say: Say, form: FormState): Html {
  const number = { type: 'number', required: true, autocomplete: 'off' } as const
  return html`${textField(say, form, { ...number, name: 'childAge', label: say('settings.child-age'), hint: say('settings.child-age-hint') })}
${textField(say, form, { ...number, name: 'adultAge', label: say('settings.adult-age'), hint: say('settings.adult-age-hint') })}`
}

function languageFields(say: Say, form: FormState): Html {
  return html`<fieldset><legend>${say('settings.languages')}</legend>
<p class="hint">${say('settings.languages-hint')}</p>
${locales.map((locale) => tickBox(form, { name: `languages.${locale}`, label: html`<span lang="${locale}">${languageNames[locale]}</span>` }))}
</fieldset>
${leadField(say, form, locales)}`
}

function leadField(say: Say, form: FormState, offered: readonly Locale[]): Html {
  const options = offered.map((locale) => ({ value: locale, label: languageNames[locale] }))
  return choiceField(say, form, { name: 'lead', label: say('settings.lead'), hint: say('settings.lead-hint'), options })
}

function slugField(say: Say, form: FormState, project: Project | null): Html {
  if (project?.publishedAt) {
    return html`<div class="field"><p><strong>${say('settings.slug')}</strong></p>
<p><code>/${project.slug}</code></p><p class="hint">${say('project.slug-fixed')}</p></div>`
  }
  return textField(say, form, {
    name: 'slug',
    label: say('settings.slug'),
    hint: say('settings.slug-hint'),
    autocomplete: 'off',
    max: 80,
  })
}

function colourField(say: Say, form: FormState): Html {
  const chosen = form.typed.colour || colours[0]
  return html`<fieldset class="swatches tick" id="${fieldId('colour')}"><legend>${say('settings.colour')}</legend>
${colours.map(
  (colour) =>
    html`<label class="swatch" data-colour="${colour}"><input type="radio" name="colour" value="${colour}"${
      colour === chosen ? html` checked` : null
    }> ${say(`colour.${colour}`)}</label>`,
)}</fieldset>`
}

function zoneField(say: Say, form: FormState): Html {
  const chosen = form.typed.zone ?? ''
  const zones = new Set([...(chosen ? [chosen] : []), ...Intl.supportedValuesOf('timeZone'), 'UTC'])
  const options = [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  return choiceField(say, form, { name: 'zone', label: say('settings.zone'), options })
}

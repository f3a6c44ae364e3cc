import type { MaterialsDesk } from '../../server/materials/desk.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, inLanguages, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'

/** What is said of a material, whether it is a file or a link. */
export function materialFields(say: Say, { project, slots, kinds, licences }: MaterialsDesk, form: FormState): Html {
  const { locales } = project
  const offered = slots.map(({ id, title }) => ({ value: id, label: plain(say, title, locales) }))
  return html`${inLanguages(say, form, { name: 'title', label: say('materials.name'), locales, required: true })}
${choiceField(say, form, {
  ...{ name: 'kind', label: say('materials.kind'), hint: say('materials.kind-hint') },
  options: kinds.map((value) => ({ value, label: say(`materials.kind.${value}`) })),
})}
${offered.length > 0 ? choiceField(say, form, { name: 'slot', label: say('materials.slot'), empty: say('materials.whole-meeting'), options: offered }) : null}
${textField(say, form, { name: 'credit', label: say('materials.credit'), hint: say('materials.credit-hint'), autocomplete: 'off' })}
${choiceField(say, form, {
  ...{ name: 'licence', label: say('materials.licence'), hint: say('materials.licence-hint') },
  options: licences.map((value) => ({ value, label: say(`materials.licence.${value}`) })),
})}`
}

import { type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** In the sign-up form: names of friends, as many as the meeting allows; left empty, nobody comes along. */
export function friendFields(say: Say, most: number, form: FormState): Html {
  const names = Array.from({ length: most }, (_, i) => `friends.${i}`)
  const isFilled = names.some((name) => form.typed[name] || form.problems?.some(({ field }) => field === name))
  return html`<details class="fold friends"${isFilled ? html` open` : null}><summary>${say('friends.title')}</summary>
<div class="stack"><p class="hint">${say('friends.about', { most })}</p>
${names.map((name, i) => textField(say, form, { name, label: say('friends.name', { number: i + 1 }), autocomplete: 'off', max: 100 }))}
</div></details>`
}

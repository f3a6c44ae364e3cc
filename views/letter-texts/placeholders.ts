import type { TextField } from '../../server/letter-texts/text-fields.ts'
import { type Html, html } from '../html.ts'
import type { TextIn } from '../letters/texts-in.ts'
import { isMessageKey, type Say } from '../say.ts'

/** What can be put into a text between brackets: what each stands for, with its example, and which are needed. */
export function placeholders(say: Say, { texts }: { texts: TextIn[] }, { key, rules }: TextField): Html | null {
  if (rules.allowed.length === 0) return null
  const values = texts.find((text) => text.key === key)?.values ?? {}
  return html`<span class="line placeholders">${rules.allowed.map((name) => chip(say, name, values[name], rules.required.includes(name)))}</span>`
}

function chip(say: Say, name: string, example: string | number | undefined, isNeeded: boolean): Html {
  const key = `letter-texts.means.${name}`
  const means = isMessageKey(key) ? say(key) : (example ?? '')
  return html`<span class="placeholder"><code>{${name}}</code> ${means}${isNeeded ? html` <strong>${say('letter-texts.needed')}</strong>` : null}</span> `
}

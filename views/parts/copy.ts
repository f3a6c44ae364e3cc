import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** Text to take along: selected as a whole at a touch; where scripts run, a button copies it. */
export function copyField(say: Say, { id, label, text }: { id: string; label: string; text: string }): Html {
  return html`<div class="field copy"><label for="${id}">${label}</label>
<div class="copy-row"><input type="text" id="${id}" value="${text}" readonly>${copyButton(say, id)}</div></div>`
}

/** Shown by `public/js/copy.js`, which makes it work. */
export function copyButton(say: Say, of: string): Html {
  return html`<button type="button" class="button quiet" data-copy="${of}" data-copied="${say('copy.copied')}" hidden>${say('copy.copy')}</button>`
}

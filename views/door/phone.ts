import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** What the door's script shows: how the network is, and the camera. Without it nobody sees them. */
export function doorPhone(say: Say): Html {
  const scan = (['none', 'stranger', 'already', 'welcome'] as const).map(
    (name) => html` data-${name}="${say(`door.scan-${name}`, { name: '{name}' })}"`,
  )
  return html`<div id="door-status" class="notice" role="status" hidden>
<p class="door-gone">${say('door.gone')}</p><p class="door-refused">${say('door.refused')}</p>
<p>${say('door.waiting')} <strong id="door-waiting">0</strong></p></div>
<div id="door-earlier" class="notice" role="log" aria-label="${say('door.earlier-title')}" data-earlier="${say('door.earlier', { name: '{name}', seen: '{seen}' })}" hidden></div>
<div id="door-scan" class="stack" hidden${scan}>
<p class="row"><button type="button" class="button">${say('door.scan')}</button>
<button type="button" class="button quiet" hidden>${say('door.scan-stop')}</button></p>
<video playsinline muted hidden></video>
<p role="status"></p></div>`
}

import type { ConsentStanding } from '../../server/consents/standing.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** How it stands with photos in one place, in a word. */
export function consentBadge(say: Say, standing: ConsentStanding): Html {
  return html`<span class="badge ${standing === 'yes' ? 'confirmed' : 'draft'}">${say(`consent.${standing}`)}</span>`
}

import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { fieldId } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** Filled in by `proof.js`; whose browser runs no scripts is told whom to write to instead. */
export function proofField(
  say: Say,
  { contactEmail }: Pick<Project, 'contactEmail'>,
  challenge: string | null,
): Html | null {
  if (challenge === null) return null
  const address = contactEmail ? html` <a href="mailto:${contactEmail}">${contactEmail}</a>` : null
  return html`<input type="hidden" name="proof" data-challenge="${challenge}">
<div id="${fieldId('proof')}"><p class="notice" data-proof="without">${say('proof.without')}${address}</p>
<p class="notice" role="status" data-proof="working" hidden>${say('proof.working')}</p></div>`
}

export const proofScripts = (challenge: string | null) => (challenge === null ? [] : ['proof'])

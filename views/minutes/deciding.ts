import type { SlotMinutes } from '../../server/minutes/desk.ts'
import { type Html, html } from '../html.ts'
import { prose } from '../parts/markdown.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** What only organisers may do; moderators see what is decided. */
export function deciding(say: Say, its: SlotMinutes): Html | null {
  const { project, meeting, slot, minutes, versions } = its
  const [latest] = versions
  if (!minutes || !latest) return null
  const button = (deed: 'approve' | 'publish' | 'unpublish', label: string) =>
    html`<form method="post" action="${paths.minutesDo(project, meeting, slot, deed)}">
${deed === 'approve' ? html`<input type="hidden" name="number" value="${latest.number}">` : null}<button class="button small">${label}</button></form>`
  return html`<section class="card stack" aria-labelledby="reads"><h2 id="reads">${say('minutes.reads')}</h2>
${prose(say, latest.text, project.locales)}
${
  its.decides
    ? html`<div class="row">${minutes.approvedVersion === latest.number ? null : button('approve', say('minutes.approve'))}
${minutes.approvedVersion === null || minutes.publishedAt ? null : button('publish', say('minutes.publish'))}
${minutes.publishedAt ? button('unpublish', say('minutes.unpublish')) : null}</div>
<p class="hint">${say('minutes.approve-hint')}</p>`
    : null
}
</section>`
}

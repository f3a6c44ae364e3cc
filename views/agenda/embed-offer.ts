import type { Meeting, Project } from '../../db/schema.ts'
import { escaped, type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** What organisers paste into another site to show the agenda there. */
export function embedOffer(say: Say, project: Project, meeting: Meeting, publicUrl: string): Html {
  const address = `${publicUrl}${paths.embed(project, meeting)}?lang=${say.locale}`
  const title = escaped(plain(say, meeting.title, project.locales))
  const snippet = `<iframe src="${address}" title="${title}" width="100%" height="600" loading="lazy"></iframe>`
  return html`<details class="card fold"><summary>${say('embed.offer')}</summary>
<div class="stack"><p class="hint">${say('embed.offer-hint')}</p>
<pre class="share-text">${snippet}</pre></div>
</details>`
}

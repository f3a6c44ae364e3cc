import type { Meeting, Project } from '../../db/schema.ts'
import type { Remains } from '../../server/materials/remains.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** The ways to what was written, taken and said of a meeting. */
export function remainsLinks(say: Say, project: Project, meeting: Meeting, remains: Remains | null): Html | null {
  if (!remains) return null
  const { news, photos, hasMinutes } = remains
  return html`<p class="row">${news ? html`<a class="button quiet" href="${newsPaths.news(project, meeting)}">${say('news.read')}</a>` : null}
${photos > 0 ? html`<a class="button quiet" href="${paths.gallery(project, meeting)}">${say('gallery.count', { photos })}</a>` : null}
${hasMinutes ? html`<a class="button quiet" href="${paths.minutes(project, meeting)}">${say('minutes.all')}</a>` : null}</p>`
}

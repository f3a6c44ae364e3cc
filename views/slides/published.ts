import type { Slides } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { fileList } from './files.ts'

/** What everybody may read of a slot (see `publishedSlides`), for its page and for the agenda; nothing where there is none. */
export function slidesPublished(say: Say, published: readonly Slides[] = []): Html | null {
  if (published.length === 0) return null
  return html`<div class="slides-published"><p class="above">${say('slides.public')}</p>${fileList(say, published, paths.slides)}</div>`
}

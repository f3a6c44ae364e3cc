import type { Slides } from '../../db/schema.ts'
import type { FileType } from '../../server/files/kinds.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** Each file to be downloaded, with what it is and how large; `more` stands behind it. */
export function fileList<T extends Slides>(
  say: Say,
  files: readonly T[],
  path: (slides: T) => string,
  more: (slides: T) => Content = () => null,
): Html {
  return html`<ul class="slides-files" role="list">${files.map(
    (
      slides,
    ) => html`<li><a href="${path(slides)}" download aria-label="${say('slides.download-named', { name: slides.name })}">${slides.name}</a>
<span class="hint">${kindAndSize(say, slides)}</span>${more(slides)}</li>`,
  )}</ul>`
}

export function kindAndSize(say: Say, { type, bytes }: { type: FileType; bytes: number }): string {
  return `${say(`slides.type.${type}`)}, ${sizeText(say, bytes)}`
}

/** In thousands and millions of bytes, as phones and shops count them. */
function sizeText(say: Say, bytes: number): string {
  if (bytes < 950_000) return say('slides.size-kb', { size: Math.max(1, Math.round(bytes / 1000)) })
  return say('slides.size-mb', { size: Math.round(bytes / 100_000) / 10 })
}

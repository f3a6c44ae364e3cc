import type { Locale } from '../../db/languages.ts'
import type { Photo } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { widthsOf } from './widths.ts'

type Shown = Pick<Photo, 'id' | 'alt' | 'width' | 'height'>

/** A photo in as many widths as it has; `path`: where a reader finds it, `sizes`: how wide it stands on the page. */
export function picture(
  say: Say,
  photo: Shown,
  locales: readonly Locale[],
  path: (photo: Shown, width: number) => string,
  sizes: string,
): Html {
  const widths = widthsOf(photo)
  const set = widths.map((width) => `${path(photo, width)} ${width}w`).join(', ')
  return html`<img src="${path(photo, widths[0] ?? photo.width)}" srcset="${set}" sizes="${sizes}" width="${photo.width}" height="${photo.height}" alt="${plain(say, photo.alt, locales) || say('album.photo')}" loading="lazy" decoding="async">`
}

/** Beside each other as the page is wide. */
export const inGrid = '(min-width: 60rem) 24rem, (min-width: 40rem) 50vw, 100vw'
/** Alone on a page. */
export const alone = '(min-width: 60rem) 56rem, 100vw'
export const small = '12rem'

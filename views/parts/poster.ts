import { type Html, html, trusted } from '../html.ts'
import type { Colour } from '../page.ts'
import { chance } from './chance.ts'
import { compositions, type Drawing, type Inks } from './compositions.ts'

/** `day` and `month` as they are painted: "12", "decembris". */
export type PosterSeed = { slug: string; colour: Colour; day: string; month: string }
export type PosterFormat = 'wide' | 'card' | 'story'

/** The same in both themes, and the same as in `tokens.css`: pictures know no style sheet. */
export const loud: Record<Colour, string> = {
  tangerine: '#ff6a2b',
  sun: '#ffc21f',
  lime: '#a6dd38',
  mint: '#3fd6a4',
  sky: '#4db7ff',
  violet: '#ae8dff',
  pink: '#ff80c0',
  coral: '#ff7272',
}
export const ink = '#17131f'
export const paper = '#fbf5e9'

const accents: Record<Colour, Colour> = {
  tangerine: 'sun',
  sun: 'tangerine',
  lime: 'violet',
  mint: 'coral',
  sky: 'sun',
  violet: 'lime',
  pink: 'sun',
  coral: 'sky',
}

/**
 * A meeting's picture, drawn from its slug: the same slug gives the same poster for ever.
 * `wide` heads a page and carries the date; `card` (1200 × 630) and `story` (1080 × 1920) are bare `<svg>` pictures
 * that `server/meetings/card.ts` letters. Decoration throughout: whatever it shows, the page says in words.
 */
export function poster(seed: PosterSeed, format: PosterFormat): Html {
  const drawn = drawing(seed)
  if (format === 'card') return picture(seed, { width: 1200, height: 630, band: 296, scale: 1.234 }, drawn)
  if (format === 'story') return picture(seed, { width: 1080, height: 1920, band: 1000, scale: 1.6, foot: 1700 }, drawn)
  return html`<div class="poster" data-colour="${seed.colour}" aria-hidden="true">
<svg viewBox="0 0 400 240" xmlns="http://www.w3.org/2000/svg"><g class="poster-far">${trusted(drawn.far)}</g>${trusted(drawn.near)}</svg>
<p class="poster-date"><span class="poster-day">${seed.day}</span><span class="poster-month">${seed.month}</span></p>
</div>`
}

function drawing({ slug, colour }: PosterSeed): Drawing {
  const dice = chance(slug)
  const inks: Inks = { loud: loud[colour], accent: loud[accents[colour]], ink, paper }
  const composition = compositions[dice(compositions.length)]
  return composition ? composition(dice, inks) : { near: '', far: '' }
}

/** `foot`: from where the loud ground comes again, below everything that matters. */
type Measures = { width: number; height: number; band: number; scale: number; foot?: number }

/** The drawing on a loud band, and paper below it for the title. */
function picture(
  { colour }: PosterSeed,
  { width, height, band, scale, foot = height }: Measures,
  { near, far }: Drawing,
): Html {
  const place = `translate(${width - 400 * scale} ${band - 240 * scale}) scale(${scale})`
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
<rect width="${width}" height="${height}" fill="${loud[colour]}"/>
<g transform="${place}">${trusted(far)}${trusted(near)}</g>
<rect y="${band}" width="${width}" height="${foot - band}" fill="${paper}"/>
${[band, ...(foot < height ? [foot] : [])].map((y) => html`<rect y="${y - 3}" width="${width}" height="6" fill="${ink}"/>`)}
</svg>`
}

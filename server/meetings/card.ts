import { ink, type PosterSeed, poster } from '../../views/parts/poster.ts'
import { loadSharp } from '../libraries.ts'
import { type Line, letters, linesOf, widthOf } from './lettering.ts'
import { short, soft } from './short.ts'
import { way } from './story-way.ts'

/** What is lettered on a meeting's picture: `above` its project, `below` when and where; `link` leads to its page. */
export type Card = PosterSeed & { title: string; above: string; below: string; link: string }

/** The meeting's poster as a PNG: 1200 × 630 for link previews, 1080 × 1920 to share. Callers keep the bytes. */
export async function cardPng(card: Card, format: 'card' | 'story' = 'card'): Promise<Buffer> {
  const lettered = [...date(card, format), ...words(card, format)].map(letters)
  const foot = format === 'story' ? way(card) : []
  const svg = poster(card, format).markup.replace('</svg>', `${[...lettered, ...foot].join('')}</svg>`)
  return await loadSharp()(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 7 }).toBuffer()
}

/** In a story, the uppermost and the lowest 250 pixels belong to the app that shows it. */
const places = {
  card: { left: 64, width: 1072, day: 216, dayAt: 190, month: 54, monthAt: 262, small: 32, top: 346, bottom: 594 },
  story: { left: 84, width: 912, day: 340, dayAt: 500, month: 92, monthAt: 614, small: 42, top: 1058, bottom: 1500 },
} as const

/** Title sizes from the largest: the first at which the title fits its lines is taken. */
const sizes = { card: [84, 76, 66, 56, 46, 38], story: [116, 100, 86, 74, 62, 50, 42] } as const

function date({ day, month }: Card, format: 'card' | 'story'): Line[] {
  const { left, day: size, dayAt, month: monthSize, monthAt } = places[format]
  return [
    { text: day, x: left - size * 0.02, y: dayAt, size, colour: ink, tight: -0.055 },
    { text: month, x: left, y: monthAt, size: monthSize, colour: ink },
  ]
}

function words({ title, above, below }: Card, format: 'card' | 'story'): Line[] {
  const { left, width, small, top, bottom } = places[format]
  const { lines, size } = fitted(title, format)
  const line = (text: string, y: number): Line => ({
    text: short(text, small, width),
    x: left,
    y,
    size: small,
    colour: soft,
  })
  const first = top + small * 0.75 + size
  return [
    line(above, top + small * 0.35),
    ...lines.map((text, i) => ({ text, x: left, y: first + i * size * 1.06, size, colour: ink })),
    ...(format === 'card' ? [line(below, bottom)] : []),
  ]
}

function fitted(title: string, format: 'card' | 'story'): { lines: string[]; size: number } {
  const { width, small, top, bottom } = places[format]
  const room = bottom - top - small * 2.5
  const tries = sizes[format].map((size) => ({ size, lines: balanced(title, size, width) }))
  const fits = tries.find(({ size, lines }) => size * 1.06 * lines.length <= room && isWithin(lines, size, width))
  const { size, lines } = fits ?? { size: sizes[format].at(-1) ?? small, lines: linesOf(title, small, width) }
  return { size, lines: lines.slice(0, Math.max(1, Math.floor(room / (size * 1.06)))) }
}

/** As few lines as the width allows, then as even as they can be: no word is left alone. */
function balanced(title: string, size: number, width: number): string[] {
  const tries = [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((part) => linesOf(title, size, width * part))
  const fewest = Math.min(...tries.map((lines) => lines.length))
  return tries.find((lines) => lines.length === fewest) ?? [title]
}

function isWithin(lines: string[], size: number, width: number): boolean {
  return lines.every((line) => widthOf(line, size) <= width)
}

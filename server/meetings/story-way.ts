import { ink } from '../../views/parts/poster.ts'
import { qrOf } from '../qr.ts'
import type { Card } from './card.ts'
import { type Line, letters, linesOf, widthOf } from './lettering.ts'
import { short, soft } from './short.ts'

const [left, right, base] = [84, 996, 1664]
const code = 216
const gap = 36
const width = right - code - gap - left

/** At the foot of a story: when and where, and the way there, for eyes and for cameras. Markup, in pixels. */
export function way({ below, link }: Pick<Card, 'below' | 'link'>): string[] {
  const lines = linesOf(below, 42, width)
  const shown = lines.length > 2 ? [lines[0] ?? '', short(lines.slice(1).join(' '), 42, width)] : lines
  const first = base - 62 - (shown.length - 1) * 52
  const words = shown.map((text, i): Line => ({ text, x: left, y: first + i * 52, size: 42, colour: ink }))
  return [...[...words, addressLine(link)].map(letters), camera(link)]
}

/** Without what nobody types; small enough to be whole, or else the site alone. */
function addressLine(link: string): Line {
  const { host, pathname } = new URL(link)
  const whole = `${host}${pathname}`
  const size = Math.floor((34 * width) / Math.max(width, widthOf(whole, 34)))
  const isTooLong = size < 22
  return { text: isTooLong ? host : whole, x: left, y: base, size: isTooLong ? 34 : size, colour: soft }
}

/** On paper, which is its quiet zone. */
function camera(link: string): string {
  const { size, path } = qrOf(link)
  const scale = code / size
  return `<g transform="translate(${right - code} ${base - code}) scale(${scale})"><path fill="${ink}" d="${path}"/></g>`
}

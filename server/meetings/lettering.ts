import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type Glyph, type PathCommand } from 'opentype.js'

/**
 * Letters drawn as outlines out of the packaged Geologica: a picture then looks the same on a machine without any
 * fonts. Going by fontconfig instead would need one, and Pango takes no WOFF. Kerning is left out; headings are tight.
 */
export type Line = { text: string; x: number; y: number; size: number; colour: string; tight?: number }

const packaged = createRequire(import.meta.url)
const subsets = ['latin', 'latin-ext', 'cyrillic'] as const
let opened: Font[] | undefined

/** The line as one SVG path, its baseline at `y`. Signs that Geologica lacks (emoji) are left out. */
export function letters({ text, x, y, size, colour, tight = -0.025 }: Line): string {
  let at = x
  const outlines = glyphs(text).map((glyph) => {
    const outline = glyph.getPath(at, y, size).commands.map(step).join('')
    at += advance(glyph, size) + tight * size
    return outline
  })
  return `<path fill="${colour}" d="${outlines.join('')}"/>`
}

export function widthOf(text: string, size: number, tight = -0.025): number {
  return glyphs(text).reduce((width, glyph) => width + advance(glyph, size) + tight * size, 0)
}

/** Broken between words into lines no wider than `width`; a longer word stays whole. */
export function linesOf(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function glyphs(text: string) {
  return [...text.normalize('NFC')].flatMap((sign) => {
    const font = fonts().find((one) => one.charToGlyphIndex(sign) > 0)
    return font ? [font.charToGlyph(sign)] : []
  })
}

/** The library's own writer spoils numbers that lie within a hair of a whole one. */
function step(command: PathCommand): string {
  const { type, x1, y1, x2, y2, x, y } = { x1: null, y1: null, x2: null, y2: null, x: null, y: null, ...command }
  return (
    type +
    [x1, y1, x2, y2, x, y]
      .filter((value) => value !== null)
      .map((value) => Math.round(value * 10) / 10)
      .join(' ')
  )
}

function advance(glyph: Glyph, size: number): number {
  return ((glyph.advanceWidth ?? 0) * size) / unitsPerEm
}

/** Of Geologica, in all its subsets. */
const unitsPerEm = 2000

function fonts(): Font[] {
  opened ??= subsets.map((subset) => {
    const file = readFileSync(packaged.resolve(`@fontsource/geologica/files/geologica-${subset}-800-normal.woff`))
    return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
  })
  return opened
}

import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cardPng } from '../../server/meetings/card.ts'
import { letters, linesOf, widthOf } from '../../server/meetings/lettering.ts'
import { type Colour, colours } from '../../views/page.ts'
import { chance } from '../../views/parts/chance.ts'
import { compositions } from '../../views/parts/compositions.ts'
import { ink, loud, paper, poster } from '../../views/parts/poster.ts'

const seed = { slug: 'jauniesu-stasti', colour: 'tangerine' as Colour, day: '12', month: 'decembris' }
const tokens = readFileSync(new URL('../../public/css/tokens.css', import.meta.url), 'utf8')

test('the same meeting has the same poster for ever', () => {
  expect(poster(seed, 'wide').markup).toBe(poster({ ...seed }, 'wide').markup)
  expect(poster(seed, 'card').markup).toContain('width="1200" height="630"')
  expect(poster(seed, 'story').markup).toContain('width="1080" height="1920"')
})

test('the poster of a page shows the day and the month, and is decoration to a screen reader', () => {
  const { markup } = poster(seed, 'wide')
  expect(markup).toContain('>12<')
  expect(markup).toContain('>decembris<')
  expect(markup).toMatch(/^<div class="poster" data-colour="tangerine" aria-hidden="true">/)
})

test('every composition turns up among a handful of meetings', () => {
  const drawn = Array.from({ length: 64 }, (_, i) => chance(`meeting-${i}`)(compositions.length))
  expect(new Set(drawn).size).toBe(compositions.length)
})

test('meetings of one composition still differ', () => {
  const drawn = Array.from({ length: 64 }, (_, i) => poster({ ...seed, slug: `meeting-${i}` }, 'card').markup)
  expect(new Set(drawn).size).toBeGreaterThan(compositions.length * 2)
})

test('no drawing carries anything but shapes', () => {
  const drawn = Array.from({ length: 64 }, (_, i) => poster({ ...seed, slug: `"><script>${i}` }, 'card').markup)
  expect(drawn.filter((markup) => /script|NaN|undefined|style=/.test(markup))).toEqual([])
})

test.each(colours)('%s carries ink text, in the sheet and in pictures alike', (colour) => {
  expect(contrast(ink, loud[colour])).toBeGreaterThanOrEqual(4.5)
  expect(token(colour)).toEqual([loud[colour]])
  expect(token('on-loud')).toEqual([ink])
})

test('text reads well on every ground, by day and by night', () => {
  for (const theme of [0, 1] as const) {
    const [page, card, notice] = [token('paper')[theme], token('card')[theme], token('notice')[theme]]
    for (const ground of [page, card]) {
      for (const text of ['ink', 'soft', 'wrong', 'good']) {
        expect(contrast(token(text)[theme] ?? '', ground ?? ''), `${text} ${theme}`).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(token('ink')[theme] ?? '', notice ?? '')).toBeGreaterThanOrEqual(4.5)
  }
  expect(token('paper')[0]).toBe(paper)
})

test('a link preview is a small PNG of the size that chats expect', async () => {
  const picture = await cardPng(lettered)
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(picture.length).toBeLessThan(60_000)
})

test('a picture to share stands upright', async () => {
  expect(await sharp(await cardPng(lettered, 'story')).metadata()).toMatchObject({ width: 1080, height: 1920 })
})

test('a picture says its title: another title gives another picture', async () => {
  const other = { ...lettered, title: 'Kas notiek tālāk?' }
  expect(Buffer.compare(await cardPng(lettered), await cardPng(lettered))).toBe(0)
  expect(Buffer.compare(await cardPng(lettered), await cardPng(other))).not.toBe(0)
})

test('every letter of our four languages can be drawn', () => {
  const alphabets =
    'abcdefghijklmnopqrstuvwxyzāčēģīķļņšūžабвгдеёжзийклмнопрстуфхцчшщъыьэюяґєії0123456789«»“”’–—…·.,:;?!()'
  const signs = [...alphabets, ...alphabets.toUpperCase()]
  expect(signs.filter((sign) => widthOf(sign, 100, 0) === 0)).toEqual([])
})

test('signs that the face lacks are left out', () => {
  expect(letters({ text: '🦇', x: 0, y: 0, size: 10, colour: ink })).toBe(`<path fill="${ink}" d=""/>`)
})

test('a title breaks between words, and every line keeps to its width', () => {
  const lines = linesOf('Jauniešu stāsti: kas notiek tālāk?', 84, 700)
  expect(lines.join(' ')).toBe('Jauniešu stāsti: kas notiek tālāk?')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.filter((line) => widthOf(line, 84) > 700)).toEqual([])
})

const lettered = {
  ...seed,
  title: 'Jauniešu stāsti',
  above: 'Gen-Y City',
  below: 'Sestdien, 12. decembrī',
  link: 'https://kopa.example.org/gen-y-city/stasti',
}

/** A token's values: by day, and by night where that differs. */
function token(name: string): string[] {
  return [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value]) => value ?? '')
}

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

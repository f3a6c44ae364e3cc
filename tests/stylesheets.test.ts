import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../public/css/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
const sheets = files.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const speaking = sheets.filter(({ name }) => name !== 'tokens.css')

test('colours and pixels have names: only tokens.css spells them out', () => {
  const raw = /#[0-9a-f]{3,8}\b(?=[;, )])|\b\d+px\b|\b(?:rgba?|hsla?|oklch)\(|: (?:white|black)\b(?!-)/i
  expect(speaking.filter(({ text }) => raw.test(text)).map(({ name }) => name)).toEqual([])
})

test('no sheet shouts: what comes later wins by its layer', () => {
  expect(sheets.filter(({ text }) => text.includes('!important')).map(({ name }) => name)).toEqual([])
})

test('every sheet stands in a layer that layers.css knows', () => {
  const known = /@layer ([^;]+);/.exec(sheets.find(({ name }) => name === 'layers.css')?.text ?? '')?.[1]?.split(', ')
  for (const { name, text } of sheets.filter((sheet) => sheet.name !== 'layers.css')) {
    expect(known, name).toContain(/@layer (\w+) \{/.exec(text)?.[1])
  }
})

test('a sheet is one idea, of at most 150 lines', () => {
  expect(sheets.filter(({ text }) => text.split('\n').length > 151).map(({ name }) => name)).toEqual([])
})

test('every token that is used is defined', () => {
  const all = sheets.map(({ text }) => text).join('\n')
  const defined = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, token]) => token))
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, token]) => token))
  expect([...used].filter((token) => !defined.has(token))).toEqual([])
})

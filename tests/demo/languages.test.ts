import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../db/demo/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

test.each(files)('every text of %s is there in Latvian and in English', async (name) => {
  const told: Record<string, unknown> = await import(new URL(name, folder).href)
  expect(textsIn(told).filter(isIncomplete)).toEqual([])
})

type Text = Record<string, unknown>

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  const isText = ('lv' in value || 'en' in value) && Object.keys(value).every((key) => key.length === 2)
  return [...(isText ? [value] : []), ...Object.values(value).flatMap(textsIn)]
}

function isIncomplete(text: Text): boolean {
  return [text.lv, text.en].some((words) => typeof words !== 'string' || words.trim() === '')
}

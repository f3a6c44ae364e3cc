import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { locales } from '../db/languages.ts'

const root = new URL('../', import.meta.url).pathname
const catalogue = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `views/locales/${locale}.json`), 'utf8'))
const english = catalogue('en')

const code = ['server', 'views']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(root, top, name)),
  )
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

test.each(locales)('%s has every message, and no other', (locale) => {
  expect(Object.keys(catalogue(locale)).sort()).toEqual(Object.keys(english).sort())
})

test.each(locales)('every message of %s is well formed and asks for what the English one asks for', (locale) => {
  const own = catalogue(locale)
  for (const [key, message] of Object.entries(english)) {
    expect([key, placeholders(own[key] ?? '')]).toEqual([key, placeholders(message)])
  }
})

test('every message is used', () => {
  const beginnings = [...code.matchAll(/[`']([a-z][\w-]*(?:\.[\w-]*)*\.?)\$\{/g)].map(([, start = '']) => start)
  const dotted = [...new Set(beginnings)].filter((start) => start.includes('.'))
  const quoted = new Set([...code.matchAll(/'([a-z][\w.-]*)(?=')/g)].map(([, key]) => key))
  const isUsed = (key: string) => quoted.has(key) || dotted.some((start) => key.startsWith(start))
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([])
})

function placeholders(message: string): string[] {
  const names = new Set<string>()
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if (part.type !== literal && 'value' in part) names.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

/** TYPE.literal of the ICU parser: plain text between the placeholders. */
const literal = 0

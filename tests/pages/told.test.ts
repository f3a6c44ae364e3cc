import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { fullWorld } from '../full-world.ts'
import { readsOf } from '../reads.ts'
import { testApp } from '../world.ts'

const hostile = `<img src=x onerror=alert(1)> "quoted" & 'single' {{x}}`

test('whatever a title says, it is text on every page', async () => {
  const here = await fullWorld({ title: hostile })
  const app = await testApp(here.db)
  for (const path of [...here.publicPages, ...here.organiserPages]) {
    const { statusCode, body } = await app.inject({ url: path, headers: here.headers })
    expect([path, statusCode]).toEqual([path, 200])
    expect([path, body.includes('<img src=x')]).toEqual([path, false])
  }
})

test('pages say it in every language, and no key is left unsaid', async () => {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  // A report speaks the language in which its funder reads it.
  const all = [...here.publicPages, ...here.organiserPages].filter((path) => !path.includes('/report/read'))
  for (const path of all) {
    for (const locale of locales) {
      const { body } = await app.inject({
        url: `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`,
        headers: here.headers,
      })
      expect([path, body.includes(`<html lang="${locale}"`)]).toEqual([path, true])
    }
  }
})

test('every page is valid HTML', { timeout: 60_000 }, async () => {
  const here = await fullWorld({ title: hostile })
  const app = await testApp(here.db)
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules })
  for (const path of [...here.publicPages, ...here.organiserPages]) {
    const { body } = await app.inject({ url: path, headers: here.headers })
    const report = await validator.validateString(body)
    const complaints = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    )
    expect([path, complaints]).toEqual([path, []])
  }
})

/** Matters of taste that our formatter-less markup does not share. */
const rules = {
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'void-style': 'off',
  'attr-quotes': 'off',
  'no-raw-characters': 'off',
  'no-implicit-button-type': 'off',
  'prefer-native-element': 'off',
  // Safari reads a list without bullets as a list only when it is told so.
  'no-redundant-role': 'off',
  // Now-and-next goes with the clock where there is no JavaScript.
  'meta-refresh': 'off',
} as const

test('three things are read as often as one', async () => {
  const readsWith = async (size: number) => {
    const here = await fullWorld({ size })
    const app = await testApp(here.db)
    const counts: Record<string, number> = {}
    for (const path of [...here.publicPages, ...here.organiserPages]) {
      const reads = await readsOf(async () => await app.inject({ url: path, headers: here.headers }))
      counts[path.replaceAll(/[\w-]{36,}|\b[0-9a-f]{32}\b/g, ':id')] = reads
    }
    return counts
  }
  expect(await readsWith(3)).toEqual(await readsWith(1))
})

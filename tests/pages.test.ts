import AxeBuilder from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../db/languages.ts'
import { launchBrowser } from './browser.ts'
import { fullWorld } from './full-world.ts'
import { counted } from './reads.ts'
import { startServer } from './server.ts'
import { testApp } from './world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

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
  for (const path of [...here.publicPages, ...here.organiserPages]) {
    for (const locale of locales) {
      const { body } = await app.inject({ url: `${path}?lang=${locale}`, headers: here.headers })
      expect([path, body.includes(`<html lang="${locale}"`)]).toEqual([path, true])
    }
  }
})

test('every page is valid HTML', async () => {
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
  const readsOf = async (size: number) => {
    const here = await fullWorld({ size })
    const { db, reads } = counted(here.db)
    const app = await testApp(db)
    const counts: Record<string, number> = {}
    for (const path of [...here.publicPages, ...here.organiserPages]) {
      const before = reads()
      await app.inject({ url: path, headers: here.headers })
      counts[path.replaceAll(/[\w-]{36,}/g, ':id')] = reads() - before
    }
    return counts
  }
  expect(await readsOf(3)).toEqual(await readsOf(1))
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing to complain about in %s',
  { timeout: 120_000 },
  async (colorScheme) => {
    const here = await fullWorld({})
    await here.db.close()
    const server = await startServer({ DATABASE_URL: here.db.url })
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      const context = await browser.newContext({ viewport, colorScheme, extraHTTPHeaders: here.headers })
      const page = await context.newPage()
      for (const path of [...here.publicPages, ...here.organiserPages]) {
        await page.goto(server.url + path)
        expect([path, await complaintsOfAxe(page)]).toEqual([path, []])
      }
      await context.close()
    }
  },
)

test('nothing is lost at 320 pixels, and nothing on a phone is too small to tap', { timeout: 60_000 }, async () => {
  const here = await fullWorld({})
  await here.db.close()
  const server = await startServer({ DATABASE_URL: here.db.url })
  const context = await browser.newContext({ viewport: { width: 320, height: 700 }, extraHTTPHeaders: here.headers })
  const page = await context.newPage()
  for (const path of [...here.publicPages, ...here.organiserPages]) {
    await page.goto(server.url + path)
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320])
    expect([path, await page.evaluate(smallTargets)]).toEqual([path, []])
  }
})

async function complaintsOfAxe(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Buttons, fields and button-like links under 44 by 44; links in running text may be as small as text (WCAG 2.5.8). */
function smallTargets(): string[] {
  const targets = [
    ...document.querySelectorAll<HTMLElement>('button, select, summary, a.button, input:not([type=hidden])'),
  ]
  const seen = targets.filter((target) => target.checkVisibility() && !target.closest('label')?.matches('.tick label'))
  return seen
    .filter((target) => target.getBoundingClientRect().height < 43.5)
    .map((target) => target.outerHTML.slice(0, 120))
}

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

import AxeBuilder from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { cleanUpWith } from '../database.ts'
import { fullWorld } from '../full-world.ts'
import { startServer } from '../server.ts'

/** All such pages of a full project, and how to look at one. */
export async function onShow(kind: 'publicPages' | 'organiserPages') {
  const here = await fullWorld({})
  await here.db.close()
  const server = await startServer({ DATABASE_URL: here.db.url })
  const browser = await launchBrowser()
  cleanUpWith(async () => await browser.close())
  const context = await browser.newContext({ extraHTTPHeaders: here.headers })
  return { paths: here[kind], look: async (path: string) => await lookAt(context, server.url, path) }
}

/** Opens a page once and looks at it from all sides: on a narrow phone, a phone and a desk, by day and by night. */
export async function lookAt(context: BrowserContext, site: string, path: string): Promise<void> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(site + path)
  expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320])
  expect([path, await page.evaluate(smallTargets)]).toEqual([path, []])
  expect([path, await page.evaluate(shownThoughHidden)]).toEqual([path, []])
  await page.evaluate(AxeBuilder.source)
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    expect([path, viewport.width, await complaints(page)]).toEqual([path, viewport.width, []])
    // By night only the colours are others.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect([path, 'dark', await complaints(page, ['color-contrast'])]).toEqual([path, 'dark', []])
  }
  await page.close()
}

async function complaints(page: Page, only?: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (rules) =>
      window.axe.run(document, {
        resultTypes: ['violations'],
        ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
      }),
    only,
  )
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

/** What a script has yet to show, as it is without one. */
function shownThoughHidden(): string[] {
  const scripted = [...document.querySelectorAll<HTMLElement>('[data-copy]:not([hidden])')]
  for (const button of scripted) button.hidden = true
  const shown = [...document.querySelectorAll('[hidden]')].filter((each) => each.checkVisibility())
  for (const button of scripted) button.hidden = false
  return shown.map((each) => each.outerHTML.slice(0, 120))
}

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

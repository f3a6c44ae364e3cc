import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { locales } from '../../db/languages.ts'
import { photos } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { freshFolder } from '../database.ts'
import { fullWorld } from '../full-world.ts'
import { photoFilesIn } from '../photos/cast.ts'
import { startServer } from '../server.ts'
import { weighing } from './weighing.ts'

// Every page there is, one after another.
vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let here: Awaited<ReturnType<typeof served>>
beforeAll(async () => {
  browser = await launchBrowser()
  here = await served()
})
afterAll(() => browser.close())

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }
const wholeLine = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
const title = 'Get into the swing of the City: the kick-off'

/** A project with thirteen of everything, on the real server. */
async function served() {
  const here = await fullWorld({ title, size: 13 })
  const dataDir = freshFolder()
  await photoFilesIn(dataDir, await here.db.select().from(photos))
  await here.db.close()
  const { url } = await startServer({ DATABASE_URL: here.db.url, DATA_DIR: dataDir })
  return { ...here, url, meeting: `${url}/gen-y-city/kickoff`, pages: [...here.publicPages, ...here.organiserPages] }
}

test('a meeting’s page weighs 60 kB at most in every language, 10 kB the next time, and loads from nowhere else', async () => {
  const { url, meeting } = here
  for (const locale of locales) {
    const page = await (await browser.newContext({ viewport: phone, locale })).newPage()
    const first = await weighing(page, () => visit(page, meeting))
    expect(first.map(({ address }) => new URL(address).origin)).toEqual(first.map(() => url))
    expect([locale, weightOf(first) <= 60_000 || first]).toEqual([locale, true])
    await page.goto('about:blank')
    const next = await weighing(page, () => visit(page, meeting))
    expect([locale, weightOf(next) <= 10_000 || next]).toEqual([locale, true])
    await page.context().close()
  }
})

test.each([phone, desk])(
  'nothing moves on any page at $width pixels, and none complains or breaks its own policy',
  async (viewport) => {
    const { headers, pages, url } = here
    const context = await browser.newContext({ viewport, extraHTTPHeaders: headers })
    const complaints = complaintsIn(context)
    await context.route('**/*.woff2', (route) => route.abort())
    const shifts = await shiftOnEach(context, url, pages)
    expect(shifts.filter(({ shift }) => shift > 0)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  },
)

test.each([phone, desk])('on a slow line organisers’ tables do not move at $width pixels', async (viewport) => {
  const { headers, url } = here
  const context = await browser.newContext({ viewport, extraHTTPHeaders: headers, serviceWorkers: 'block' })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  for (const path of ['people', 'dialogue', 'kickoff/registrations', 'kickoff/speakers']) {
    const address = `${url}/organise/gen-y-city/${path}`
    // Styles and scripts are kept from the first time.
    await visit(page, address)
    await line.send('Network.emulateNetworkConditions', { ...wholeLine, downloadThroughput: 20_000 })
    await visit(page, address)
    expect([path, await page.evaluate(layoutShift)]).toEqual([path, 0])
    await line.send('Network.emulateNetworkConditions', wholeLine)
  }
  await context.close()
})

test.each([phone, desk])('letters that come late move next to nothing at $width pixels', async (viewport) => {
  const { headers, pages, url } = here
  // What a worker asks for has no page to wait for.
  const context = await browser.newContext({ viewport, extraHTTPHeaders: headers, serviceWorkers: 'block' })
  await context.route('**/*.woff2', async (route) => {
    const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0
    await route.request().frame().waitForFunction(isPainted)
    await route.continue()
  })
  // Up to 0.1 passes as good.
  const shifts = await shiftOnEach(context, url, pages)
  expect(shifts.filter(({ shift }) => shift >= 0.02)).toEqual([])
  await context.close()
})

test('a phone’s first screen says what, when, where and how many, and has the button', async () => {
  const { meeting } = here
  const page = await (await browser.newContext({ viewport: phone, locale: 'en' })).newPage()
  await visit(page, meeting)
  for (const part of ['h1', '.facts time', '.facts :text("Youth House")', '.facts .sticker', 'main a.button']) {
    const box = await page.locator(part).first().boundingBox()
    expect([part, box && box.y >= 0 && box.y + box.height <= phone.height]).toEqual([part, true])
  }
})

async function visit(page: Page, address: string) {
  const answer = await page.goto(address)
  expect([address, answer?.status()]).toEqual([address, 200])
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect([address, await page.evaluate(() => window.scrollY)]).toEqual([address, 0])
}

function weightOf(loaded: { bytes: number }[]): number {
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** In a few tabs side by side: most of the time a page waits for its server, its fonts or its frame. */
async function shiftOnEach(context: BrowserContext, site: string, paths: readonly string[]) {
  const left = [...paths]
  const found: { path: string; shift: number }[] = []
  const inTurn = async () => {
    const page = await context.newPage()
    for (let path = left.shift(); path; path = left.shift()) {
      await visit(page, site + path)
      found.push({ path, shift: await page.evaluate(layoutShift) })
    }
    await page.close()
  }
  await Promise.all([inTurn(), inTurn(), inTurn()])
  expect(found.length).toBe(paths.length)
  return found
}

/** How much has moved since the first paint, by itself. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    const seen: PerformanceEntry[] = []
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    const sum = () => [...seen, ...observer.takeRecords()].reduce((all, shift) => all + shift.toJSON().value, 0)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum())))
  })
}

/** All but those about letters that are kept from coming. */
function complaintsIn(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.location().url.endsWith('.woff2')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  return complaints
}

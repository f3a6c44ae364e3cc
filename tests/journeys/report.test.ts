import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { freshFolder } from '../database.ts'
import { addPhoto, openAlbum, photoFilesIn } from '../photos/cast.ts'
import { opened } from '../report/opened.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('from what is missing to a finished report, in a file that another program opens', {
  timeout: 60_000,
}, async () => {
  const { url, cookie } = await afterTheMeeting()
  const context = await browser.newContext({ locale: 'en' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/organise/gen-y-city/report`)
  expect(await page.locator('.report-lacks li').allTextContents()).toEqual([
    ...['No programme has been released', 'No sign sheet has been added', 'Nobody has been marked as having come'],
    'Not every text of the report is written in every language of the project',
  ])
  await page.fill('[name="sections.summary.en"]', 'We **met**, and will meet again.')
  await page.fill('[name="sections.summary.lv"]', 'Mēs tikāmies un tiksimies vēl.')
  await page.fill('[name="quotes.0.text.en"]', 'I came to listen.')
  await page.fill('[name="quotes.0.by.en"]', 'a pupil')
  await page.check('[name="quotes.0.agreed"]')
  await page.check('[name^="photo."]')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Finish the report' }).click()
  await page.getByRole('button', { name: 'Reopen it' }).waitFor()
  expect(await page.locator('[name="sections.summary.en"]').count()).toBe(0)

  await page.locator('a[href$="read?in=lv"]').click()
  expect(await page.locator('html').getAttribute('lang')).toBe('lv')
  expect(await page.locator('#part-summary + .prose').textContent()).toContain('Mēs tikāmies un tiksimies vēl.')
  expect(await page.locator('.report-photos img').evaluateAll(isSeen)).toEqual([true])

  const latvian = await downloaded(page, page.locator('a[href$="report.docx?in=lv"]'))
  expect(latvian.html).toContain('Mēs tikāmies un tiksimies vēl.')
  await page.locator('a[href$="read?in=en"]').click()
  const { html, alts, messages } = await downloaded(page, page.locator('a[href$="report.docx?in=en"]'))
  expect([messages, alts]).toEqual([[], ['An empty hall']])
  for (const text of ['We <strong>met</strong>, and will meet again.', '<em>I came to listen.</em>', '– a pupil'])
    expect(html).toContain(text)
  expect(html.match(/<table>/g)?.length).toBeGreaterThan(2)
})

async function afterTheMeeting() {
  const startsAt = Temporal.Now.instant().subtract({ hours: 50 })
  const { db, kickoff, owner } = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const dataDir = freshFolder()
  const photo = await addPhoto(db, kickoff, { people: 'nobody', channels: ['funder'], alt: { en: 'An empty hall' } })
  await photoFilesIn(dataDir, [photo])
  await openAlbum(db, kickoff, startsAt)
  const { cookie } = await signedInAs(db, owner, Temporal.Now.instant())
  await db.close()
  const { url } = await startServer({ DATABASE_URL: db.url, DATA_DIR: dataDir })
  return { url, cookie }
}

async function downloaded(page: Page, link: ReturnType<Page['locator']>) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return await opened(await readFile(await download.path()))
}

async function isSeen(images: (HTMLElement | SVGElement)[]): Promise<boolean[]> {
  const all = images.filter((image) => image instanceof HTMLImageElement)
  await Promise.all(all.map((image) => image.decode()))
  return all.map(({ naturalWidth }) => naturalWidth > 0)
}

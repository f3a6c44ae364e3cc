import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { launchBrowser } from '../browser.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const startsAt = present.add({ hours: 24 * 14 })
const phone = { width: 390, height: 844 }
const computer = { width: 1280, height: 900 }

/** Two have places and two wait; the organiser is signed in wherever they look. */
async function office() {
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }), capacity: 2 })
  const { db, project, kickoff, pupils, teachers, organiser } = here
  for (const person of [noor, sami, liga, mark])
    await register(db, project, kickoff, { ...person, groupId: (person === sami ? teachers : pupils).id }, present)
  const [name = '', value = ''] = (await signedInAs(db, organiser, present)).cookie.split('=')
  await db.close()
  const { url } = await startServer({ DATABASE_URL: db.url })
  const at = async (viewport: typeof phone, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'en' })
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    await page.goto(`${url}/organise/gen-y-city/kickoff/registrations`)
    return page
  }
  return { at }
}

const names = (page: Page) => page.locator('#registrations tbody th a').allTextContents()
const lookIn = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

async function withoutSideways(page: Page) {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(wide).toBeLessThanOrEqual(seen ?? 0)
}

/** Ticks somebody, and goes through the page that says what will happen. */
async function cancel(page: Page, name: string) {
  await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Cancel …' }).click()
  await page.getByRole('heading', { name: 'Cancel 1 registration' }).waitFor()
  await withoutSideways(page)
  await page.getByRole('button', { name: 'Cancel the registrations' }).click()
  await page.getByRole('heading', { name: 'Registrations', exact: true }).waitFor()
}

test('without JavaScript the list is narrowed by a form, and after a deed for those ticked it looks the same', async () => {
  const { at } = await office()
  const page = await at(phone, false)
  await withoutSideways(page)
  await page.locator('summary', { hasText: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Signed up' }).uncheck()
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'Pupil' })
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Newest first' })
  await page.getByRole('button', { name: 'Show' }).click()
  const look = { sort: 'newest', group: expect.any(String), columns: 'email group status' }
  expect(await names(page)).toEqual(['Марк', 'Līga', 'Noor'])
  await withoutSideways(page)

  await cancel(page, 'Noor')
  expect(await names(page)).toEqual(['Марк', 'Līga'])
  expect(lookIn(page)).toMatchObject(look)
  expect(await page.locator('#registrations .badge').allTextContents()).toEqual(['Waiting', 'Place on offer'])
})

test('with JavaScript it narrows while one types, and the address and the deed follow what is seen', async () => {
  const { at } = await office()
  for (const [viewport, sought, name] of [[computer, 'lig', 'Līga'] as const, [phone, 'mar', undefined] as const]) {
    const page = await at(viewport, true)
    await page.getByRole('searchbox').pressSequentially(sought)
    await page.waitForURL(({ searchParams }) => searchParams.get('search') === sought)
    await withoutSideways(page)
    if (!name) continue
    await page.getByText('1 person', { exact: true }).waitFor()
    expect(await names(page)).toEqual([name])
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'All, ended ones too' })
    await page.waitForURL(({ searchParams }) => searchParams.get('status') === 'all')
    await cancel(page, name)
    expect([await names(page), lookIn(page)]).toEqual([[name], { search: sought, status: 'all' }])
    expect(await page.locator('#registrations .badge').textContent()).toBe('Cancelled')
  }
})

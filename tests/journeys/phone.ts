import type { Browser, Page } from 'playwright-core'
import type { Young } from '../cast.ts'

/** A young person's phone: 390 pixels wide and without JavaScript. */
export async function phone(browser: Browser): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'en' })
  return await context.newPage()
}

/** From the meeting's page, in the person's language, to the answer. */
export async function signUp(page: Page, meetingPage: string, { name, email, locale }: Young): Promise<void> {
  await page.goto(`${meetingPage}?lang=${locale}`)
  await page.locator('main a.button').first().click()
  await page.fill('[name=name]', name)
  await page.fill('[name=email]', email)
  await page.selectOption('[name=group]', { index: 1 })
  await page.locator('main form button').click()
  await page.waitForURL(/\/registered(\?|$)/)
}

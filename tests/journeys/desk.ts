import type { Browser, Page } from 'playwright-core'
import type { Mailbox } from '../mailbox.ts'

/** An organiser's computer, in English. */
export async function desk(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled, locale: 'en' })
  return await context.newPage()
}

/** Asks for a sign-in letter, follows its link and presses the button there. */
export async function signInByLetter(page: Page, url: string, mailbox: Mailbox, email: string): Promise<void> {
  const next = mailbox.letters.length + 1
  await page.goto(`${url}/sign-in`)
  await page.fill('[name=email]', email)
  await page.locator('main form button').click()
  await page.waitForURL('**/sign-in/asked')
  const letter = (await mailbox.until(next)).at(-1)
  await page.goto(/http:\S+\/sign-in\/\S+/.exec(letter?.text ?? '')?.[0] ?? '')
  await page.locator('main form button').click()
  await page.waitForURL('**/organise')
}

/** Fills the form in the middle of the page, and sends it. */
export async function fillAndSend(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value)
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
}

/** From the meeting's overview through the page that says what will happen. */
export async function doAndConfirm(page: Page, overview: string, link: string, button: string): Promise<void> {
  await page.goto(overview)
  await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL(overview)
}

import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { liga, noor } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, signInByLetter } from './desk.ts'
import { signUp } from './phone.ts'
import { lettersTo, ownLink } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const soon = Temporal.Now.instant().add({ hours: 24 * 14 })

/** Two meetings with one place each: both phones go the same way. */
async function served() {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }), capacity: 1 })
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { owner: here.owner, mailbox, server, meeting: `${server.url}/gen-y-city/kickoff` }
}

test.each([false, true])(
  'erase my data on a phone (JavaScript: %s)',
  { timeout: 60_000 },
  async (javaScriptEnabled) => {
    const { owner, mailbox, server, meeting } = await served()
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: 'en' })
    const page = await context.newPage()
    await signUp(page, meeting, noor)
    await signUp(page, meeting, liga)
    await mailbox.until(2)
    const link = ownLink(mailbox, noor.email)

    await page.goto(`${link}?lang=en`)
    await page.getByRole('link', { name: 'My data' }).click()
    await page.waitForURL('**/data')
    for (const piece of ['Noor', noor.email, 'Confirmation of a place'])
      expect(await page.locator('main').innerText()).toContain(piece)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'JSON file' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('my-data.json')
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ registration: { email: noor.email } })

    await page.getByRole('link', { name: 'Erase my data …' }).click()
    await page.waitForURL('**/data/erase')
    expect(await page.locator('main li').first().innerText()).toContain('goes to whoever is next')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.waitForURL('**/privacy/erased')
    expect(await page.locator('h1').innerText()).toBe('Your data is erased')

    expect((await page.goto(link))?.status()).toBe(404)
    const letters = await mailbox.until(3)
    expect(letters.at(-1)?.subject).toBe(lettersTo(mailbox, liga.email).at(-1)?.subject)
    expect(lettersTo(mailbox, noor.email)).toHaveLength(1)

    const list = await desk(browser, javaScriptEnabled)
    await signInByLetter(list, server.url, mailbox, owner.email)
    await list.goto(`${server.url}/organise/gen-y-city/kickoff/registrations?status=all&lang=en`)
    expect(await list.locator('main').innerText()).not.toContain('Noor')
    expect(await list.locator('main').innerText()).toContain('(deleted)')
    await list.goto(`${server.url}/organise/gen-y-city/held?lang=en`)
    expect(await list.locator('main').innerText()).toContain('1 person had their data erased')

    await signUp(page, meeting, noor)
    expect((await mailbox.until(5)).at(-1)?.to).toMatchObject({ value: [{ address: noor.email }] })
    await context.close()
    await list.context().close()
  },
)

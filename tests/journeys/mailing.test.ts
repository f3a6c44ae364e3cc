import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { launchBrowser } from '../browser.ts'
import { cast, liga, mark, noor, sami } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, fillAndSend, signInByLetter } from './desk.ts'
import { lettersTo } from './post.ts'

// A sign-in, a form, and letters to all.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const inDays = (days: number) => Temporal.Now.instant().add({ hours: 24 * days })

const people = [noor, sami, liga, mark]

/** Four people come to a meeting in ten days; all have their confirmations. */
async function confirmed() {
  const here = await world({ startsAt: inDays(10), endsAt: inDays(10).add({ hours: 2 }) })
  const { db, project, kickoff, pupils } = here
  for (const person of people) await register(db, project, kickoff, { ...person, groupId: pupils.id }, inDays(-1))
  await db.close()
  const mailbox = await openMailbox()
  const { url } = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl })
  await mailbox.until(people.length)
  return { mailbox, url }
}

test.each([
  ['with', true],
  ['without', false],
])(
  '%s JavaScript: a letter to many is written, counted, looked at, tried out, sent, paused and sent on',
  async (_, script) => {
    const { mailbox, url } = await confirmed()
    const page = await desk(browser, script)
    await signInByLetter(page, url, mailbox, cast.owner.email)
    await page.goto(`${url}/organise/gen-y-city/kickoff/mailings`)
    await page.getByRole('link', { name: 'New mailing' }).click()
    const reach = page.locator('#reach')
    await page.getByRole('checkbox', { name: 'English' }).check()
    if (!script) await page.getByRole('button', { name: 'Count who gets it' }).click()
    await reach.getByText('1 person gets it').waitFor()
    await page.getByRole('checkbox', { name: 'English' }).uncheck()
    await fillAndSend(page, { 'subject.lv': 'Ņem ūdeni', 'text.lv': 'Būs karsts.' }, 'Save and look at it')

    const letters = page.locator('#letters')
    await letters.getByText('1 of 4').waitFor()
    await letters.getByRole('link', { name: 'Next' }).click()
    await letters.getByText('2 of 4').waitFor()
    expect(await letters.locator('pre').textContent()).toContain('Būs karsts.')

    const before = mailbox.letters.length
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText(`The test is on its way to ${cast.owner.email}.`).waitFor()
    await mailbox.until(before + 1)
    expect(lettersTo(mailbox, cast.owner.email).at(-1)?.subject).toContain('Ņem ūdeni')

    const { letGo, held } = mailbox.hold()
    const progress = page.locator('#progress')
    await page.getByRole('button', { name: 'Send to 4 people' }).click()
    // Two are on their way to one domain at once; they cannot be called back.
    await expect.poll(held, { timeout: 20_000 }).toBe(2)
    // The answer to the click has arrived: a page that is on its way cannot be asked for anew.
    await progress.getByText('Being sent', { exact: true }).waitFor()
    expect(await shown(page)).toEqual(['Being sent', '0 of 4 letters sent'])
    await progress.getByRole('button', { name: 'Pause' }).click()
    await progress.getByText('Paused', { exact: true }).waitFor()
    letGo()
    await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(['Paused', '2 of 4 letters sent'])
    expect(mailbox.letters).toHaveLength(before + 3)

    await progress.getByRole('button', { name: 'Go on' }).click()
    await mailbox.until(before + 5)
    await progress.getByText('4 of 4 letters sent').waitFor()
    await progress.getByText('Sent', { exact: true }).first().waitFor()
    for (const { email } of people)
      expect(lettersTo(mailbox, email).filter(({ subject }) => subject?.includes('Ņem ūdeni'))).toHaveLength(1)
  },
)

/** How far it is, on the page as it is now. */
async function shown(page: Page) {
  await page.reload()
  const progress = page.locator('#progress')
  const [badge, label] = [progress.locator('.badge'), progress.locator('label')]
  return [await badge.textContent(), (await label.textContent())?.trim()]
}

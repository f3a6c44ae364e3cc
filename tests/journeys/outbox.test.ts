import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { letters } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { launchBrowser } from '../browser.ts'
import { cast, noor } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, fillAndSend, signInByLetter } from './desk.ts'
import { lettersTo } from './post.ts'

// A sign-in, a letter and two forms.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const inHours = (hours: number) => Temporal.Now.instant().add({ hours })

/** One person comes to a meeting in ten days, and the letter about it goes in an hour. */
async function inAnHour() {
  const here = await world({ startsAt: inHours(240), endsAt: inHours(242) })
  const { db, project, kickoff, pupils } = here
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, inHours(-1))
  await db.transact((tx) => tx.update(letters).set({ dueAt: inHours(1) }), { touches: 'nothing' })
  await db.close()
  const mailbox = await openMailbox()
  const { url } = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl })
  return { mailbox, url }
}

test.each([
  ['with', true],
  ['without', false],
])('%s JavaScript: a letter is held, put in other words and sent now', async (_, script) => {
  const { mailbox, url } = await inAnHour()
  const page = await desk(browser, script)
  await signInByLetter(page, url, mailbox, cast.owner.email)
  await page.goto(`${url}/organise/gen-y-city/letters`)
  await page.getByRole('link', { name: noor.email }).click()
  await page.getByRole('button', { name: 'Hold' }).click()
  await page.getByText(/^Held by .+ since/).waitFor()

  await page.getByRole('link', { name: 'Edit the words' }).click()
  await fillAndSend(page, { subject: 'Noor, we saved you a seat', lead: ' ' }, 'Keep these words')
  await page.getByRole('alert').waitFor()
  expect(await page.inputValue('[name=subject]')).toBe('Noor, we saved you a seat')
  await fillAndSend(page, { lead: 'Come a little earlier: there is tea.' }, 'Keep these words')
  await page.locator('pre.letter').getByText('Come a little earlier: there is tea.').waitFor()
  expect(lettersTo(mailbox, noor.email)).toEqual([])

  await page.getByRole('button', { name: 'Send now' }).click()
  await mailbox.until(2)
  const [letter] = lettersTo(mailbox, noor.email)
  expect(letter?.subject).toBe('Noor, we saved you a seat')
  expect(letter?.text).toMatch(/Come a little earlier: there is tea\..*\/mine\//s)
  expect(letter?.attachments.map(({ contentType }) => contentType)).toContain('text/calendar')
  await expect.poll(() => stepsOn(page), { timeout: 20_000 }).toMatch(/held.*put in other words.*to be sent now.*sent/s)
})

/** What became of the letter, on its page as it is now. */
async function stepsOn(page: Page): Promise<string> {
  await page.reload()
  return await page.getByRole('region', { name: 'What became of it' }).or(page.locator('section')).first().innerText()
}

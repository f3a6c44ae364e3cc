import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { parsers } from '../calendar/parsers.ts'
import { invitationIn, openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('minute')

/** A meeting two weeks ahead, served by the real server, its letters going to a real mailbox. */
async function townHall() {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }), capacity: 60 })
  const headers = await signedInAs(here.db, here.owner)
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { ...here, headers, mailbox, server }
}

async function phone(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'en',
  })
  return await context.newPage()
}

async function signUp(page: Page, url: string, email: string) {
  await page.goto(`${url}/gen-y-city/kickoff?lang=en`)
  await page.locator('main a.button').first().click()
  await page.fill('[name=name]', 'Noor')
  await page.fill('[name=email]', email)
  await page.selectOption('[name=group]', { label: 'Pupil' })
  await page.locator('form button').click()
  await page.waitForURL('**/registered')
}

test('from the link to "you are in" without JavaScript, and the letter brings an invitation that calendars understand', async () => {
  const { mailbox, server, kickoff } = await townHall()
  const page = await phone()
  await signUp(page, server.url, 'noor@example.org')
  expect(await page.locator('h1').textContent()).toBe('You are in!')

  const [letter] = await mailbox.until(1)
  if (!letter) throw new Error('no letter')
  const readings = Object.values(parsers).map((parse) => parse(invitationIn(letter)))
  expect(readings[0]).toEqual(readings[1])
  expect(readings[0]).toMatchObject([
    {
      method: 'REQUEST',
      uid: kickoff.id,
      sequence: 0,
      startsAt: soon.toString(),
      endsAt: soon.add({ hours: 2 }).toString(),
      attendee: { address: 'noor@example.org', partstat: 'ACCEPTED' },
      attendees: 1,
    },
  ])

  const link = /http:\S+\/mine\/\S+/.exec(letter.text ?? '')?.[0] ?? ''
  await page.goto(link)
  expect(await page.locator('h1').textContent()).toBe('You are in!')
})

test('a form with a mistake comes back with what was typed, and the way on', async () => {
  const { server } = await townHall()
  const page = await phone()
  await page.goto(`${server.url}/gen-y-city/kickoff/register?lang=en`)
  await page.fill('[name=name]', 'Noor')
  await page.fill('[name=email]', 'noor@example')
  await page.locator('form button').click()
  expect(await page.inputValue('[name=name]')).toBe('Noor')
  expect(await page.locator('#field-email-problem').textContent()).toContain('ending')
  await page.fill('[name=email]', 'noor@example.org')
  await page.selectOption('[name=group]', { label: 'Pupil' })
  await page.locator('form button').click()
  await page.waitForURL('**/registered')
})

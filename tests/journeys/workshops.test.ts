import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newManageLinks } from '../../server/registrations/links.ts'
import { launchBrowser } from '../browser.ts'
import { noor, sami } from '../cast.ts'
import { type Mailbox, openMailbox } from '../mailbox.ts'
import { registrationBy } from '../registrations/places.ts'
import { startServer } from '../server.ts'
import { fair } from '../workshops/fair.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('hour')

/** The fair two weeks ahead, served by the real server to two who have their places at the meeting. */
async function opened() {
  const here = await fair({ bats: 1, logo: 1, radio: 5 }, { startsAt: soon, endsAt: soon.add({ hours: 3 }) })
  await here.come(noor, sami)
  const [one, other] = [await registrationBy(here.db, noor), await registrationBy(here.db, sami)]
  const links = await here.db.transact((tx) => newManageLinks(tx, [one, other], here.kickoff, here.now), {
    touches: 'nothing',
  })
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  const [noors, samis] = links.map((token) => `${server.url}/mine/${token}?lang=en`)
  return { ...here, mailbox, server, noors: noors ?? '', samis: samis ?? '' }
}

async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: 'en' })
  return await context.newPage()
}

function card(page: Page, title: string) {
  return page.locator('.workshop-card', { has: page.getByRole('link', { name: title }) })
}

/** The first letter with that subject, however many others come before. */
async function letterAbout({ until }: Mailbox, subject: string) {
  for (let count = 1; ; count += 1) {
    const found = (await until(count)).find((letter) => letter.subject === subject)
    if (found) return found
  }
}

test.each([
  ['with', true],
  ['without', false],
])(
  '%s JavaScript: one chooses, another waits, and moves in by itself when the first gives it back',
  async (_, script) => {
    const { server, mailbox, noors, samis } = await opened()
    const [first, second] = [await phone(script), await phone(script)]
    await first.goto(`${server.url}/gen-y-city/kickoff?lang=en`)
    expect(await first.locator('.places-left').allTextContents()).toEqual([
      '1 place left',
      '1 place left',
      '5 places left',
    ])

    await first.goto(noors)
    await first.getByRole('link', { name: 'Choose workshops' }).click()
    await card(first, 'Sikspārņi').getByRole('button').click()
    expect(await card(first, 'Sikspārņi').textContent()).toContain('You are in')
    expect(await card(first, 'Logo').textContent()).toContain('You have already chosen “Sikspārņi”')
    expect(await card(first, 'Logo').getByRole('button').count()).toBe(0)
    await card(first, 'Radio').getByRole('button').click()
    expect(await first.evaluate('document.documentElement.scrollWidth')).toBe(390)

    await second.goto(samis)
    await second.getByRole('link', { name: 'Choose workshops' }).click()
    await card(second, 'Sikspārņi').getByRole('button', { name: 'Join the line' }).click()
    expect(await card(second, 'Sikspārņi').textContent()).toContain('You are number 1 in line')

    await card(first, 'Sikspārņi').getByRole('button', { name: 'Give the place back' }).click()
    const letter = await letterAbout(mailbox, 'Tev ir vieta darbnīcā: Sikspārņi')
    const link = /http:\S+\/mine\/\S+\/workshops/.exec(letter.text ?? '')?.[0] ?? ''
    await second.goto(`${link}?lang=en`)
    expect(await card(second, 'Sikspārņi').textContent()).toContain('You are in')
  },
)

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { cast } from '../cast.ts'
import { type Mailbox, openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { openCall } from '../stories/cast.ts'
import { world } from '../world.ts'
import { desk, signInByLetter } from './desk.ts'
import { phone } from './phone.ts'
import { lettersTo } from './post.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const startsAt = present.add({ hours: 24 * 21 }).round('minute')

async function callOut() {
  const here = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const open = { opensAt: present.subtract({ hours: 1 }), closesAt: present.add({ hours: 24 * 7 }) }
  await openCall(here.db, here.project, here.kickoff, here.owner, open, present)
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { ...here, mailbox, url: server.url }
}

/** The way to one's story, from the newest letter that has it. */
function storyLink(mailbox: Mailbox, email: string): string {
  const links = lettersTo(mailbox, email).flatMap(({ text }) => /http:\S+\/story\/\S+/.exec(text ?? '')?.[0] ?? [])
  return links.at(-1) ?? ''
}

async function press(page: Page, button: string) {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
}

test('from an idea on a phone to a place in the tray, without an account or JavaScript', async () => {
  const { mailbox, url } = await callOut()
  const noor = await phone(browser)
  await noor.goto(`${url}/gen-y-city/kickoff?lang=en`)
  await noor.getByRole('link', { name: 'I have a story' }).click()
  await noor.fill('[name=title]', 'Luna')
  await noor.fill('[name=email]', 'noor@example.org')
  await press(noor, 'Save as a draft')
  await noor.waitForURL('**/call/sent?kept=draft')
  await mailbox.until(1)

  await noor.goto(storyLink(mailbox, 'noor@example.org'))
  expect(await noor.locator('h1').textContent()).toBe('Your draft')
  await noor.fill('[name=coSpeakers]', 'sami@example.org')
  await press(noor, 'Ask them')
  expect(await noor.locator('#together').textContent()).toContain('sami@example.org')
  await mailbox.until(2)

  const sami = await phone(browser)
  await sami.goto(storyLink(mailbox, 'sami@example.org'))
  await sami.fill('[name=name]', 'Sami')
  await press(sami, 'I am in')
  expect(await sami.locator('h1').textContent()).toBe('Your draft')

  await noor.reload()
  expect(await noor.locator('#together').textContent()).toContain('Sami')
  await press(noor, 'Hand in my story')
  expect(await noor.locator('#problems a').count()).toBe(2)
  expect(await noor.inputValue('[name=title]')).toBe('Luna')
  await noor.fill('[name=abstract]', 'From an idea to a result.')
  await noor.fill('[name=name]', 'Noor')
  await press(noor, 'Hand in my story')
  expect(await noor.locator('h1').textContent()).toBe('Your story is handed in')
  await mailbox.until(4)

  const organiser = await desk(browser, false)
  await signInByLetter(organiser, url, mailbox, cast.owner.email)
  await organiser.goto(`${url}/organise/gen-y-city/kickoff/call`)
  await organiser.getByRole('link', { name: 'Luna' }).click()
  await organiser.check('[name=score][value="5"]')
  await organiser.fill('[name=comment]', 'Yes!')
  await press(organiser, 'Keep my opinion')
  await organiser.goto(`${url}/organise/gen-y-city/kickoff/call?sort=score`)
  expect(await organiser.locator('#stories').textContent()).toContain('5.0 (1 opinion)')
  await organiser.check('#stories input[type=checkbox]')
  await press(organiser, 'Accept the chosen …')
  expect(await organiser.locator('main').textContent()).toContain('2 people will get a letter each.')
  await press(organiser, 'Accept and write')
  await organiser.waitForURL('**/kickoff/call')
  await organiser.goto(`${url}/organise/gen-y-city/kickoff/agenda`)
  expect(await organiser.locator('main').textContent()).toContain('Luna')

  await mailbox.until(7)
  for (const email of ['noor@example.org', 'sami@example.org']) {
    const letter = lettersTo(mailbox, email).at(-1)
    expect(letter?.subject).toBe('Your story is chosen: Luna')
  }
  await noor.goto(storyLink(mailbox, 'noor@example.org'))
  expect(await noor.locator('h1').textContent()).toBe('Your story is chosen!')
  expect(await noor.locator('[name=title]').count()).toBe(0)
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { freshFolder } from '../database.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { pdf } from '../slides/papers.ts'
import { stories } from '../slides/table.ts'
import { signedInAs } from '../world.ts'
import { phone } from './phone.ts'
import { lettersTo } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('from the reminder to the download, and no further once it is taken back', { timeout: 60_000 }, async () => {
  const startsAt = Temporal.Now.instant().add({ hours: 40 })
  const here = await stories({ startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const cookie = await signedInAs(here.db, here.owner, Temporal.Now.instant())
  await here.db.close()
  const mailbox = await openMailbox()
  const { url } = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  await mailbox.until(4)
  const subjects = ['Your slides are still missing: City of bats', 'Your time is set: Kick-off']
  const written = lettersTo(mailbox, 'luna@example.org')
  expect(written.map(({ subject }) => subject).sort()).toEqual(subjects)
  const letter = written.find(({ subject }) => subject === subjects[0])

  const file = join(freshFolder(), 'Sikspārņi.pdf')
  await writeFile(file, pdf())
  const young = await phone(browser)
  await young.goto(/http:\S+\/speaker\/\S+\/slides/.exec(letter?.text ?? '')?.[0] ?? '')
  await young.setInputFiles('[name=file]', file)
  const answer = young.waitForResponse((one) => one.request().method() === 'POST')
  await young.locator('form[enctype] button').click()
  expect((await answer).status()).toBe(303)
  expect(await young.locator('.slides-files a').first().textContent()).toBe('Sikspārņi.pdf')

  const desk = await browser.newPage({ extraHTTPHeaders: { ...cookie, 'accept-language': 'en' } })
  const switched = (deed: string) => desk.locator(`form[action$="/${here.bats.slot.slug}/${deed}"] button`)
  await desk.goto(`${url}/organise/gen-y-city/kickoff/slides`)
  expect(await desk.locator('h2').first().textContent()).toBe('Still missing 1')
  await switched('publish').click()
  await switched('unpublish').waitFor()

  const page = `${url}/gen-y-city/kickoff/${here.bats.slot.slug}?lang=en`
  const reader = await phone(browser)
  await reader.goto(page)
  const link = reader.locator('.slides-published a')
  const address = url + (await link.getAttribute('href'))
  const [download] = await Promise.all([reader.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('Sikspārņi.pdf')

  await switched('unpublish').click()
  await switched('publish').waitFor()
  await reader.goto(page)
  expect(await link.count()).toBe(0)
  expect((await fetch(address)).status).toBe(404)
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { parsers } from '../calendar/parsers.ts'
import { invitationIn, openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { releaseAll, stage } from '../speakers/stage.ts'
import { signedInAs } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const soon = present.add({ hours: 24 * 14 }).round('minute')

test('from the invitation to the agenda: asked by letter, yes by a button without JavaScript, confirmed, released', {
  timeout: 60_000,
}, async () => {
  const { headers, mailbox, server, luna, bats } = await theHouse()
  const base = `${server.url}/organise/gen-y-city/kickoff`
  const context = { javaScriptEnabled: false, locale: 'en' }
  const desk = await (await browser.newContext({ ...context, extraHTTPHeaders: headers })).newPage()
  const phone = await (await browser.newContext({ ...context, viewport: { width: 390, height: 844 } })).newPage()
  const publicNames = async () => (await (await fetch(`${server.url}/gen-y-city/kickoff`)).text()).includes('Luna')

  await desk.goto(`${base}/speakers`)
  await desk.getByRole('button', { name: 'Invite them all' }).click()
  const [asked = expect.unreachable()] = await mailbox.until(1)
  expect(asked.subject).toBe('Please answer: will Luna speak at “Kick-off”?')

  const link = /https?:\/\/\S+\/speaker\/[\w-]+/.exec(asked.text ?? '')?.[0] ?? expect.unreachable()
  for (const method of ['HEAD', 'GET', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
  await desk.goto(`${base}/speakers?missing=answer`)
  expect(await desk.locator('.badge.waiting').count()).toBe(2)

  await phone.goto(link)
  await phone.getByRole('button', { name: /^Yes, I will.*Sikspārņi/ }).click()
  await phone.waitForURL(link)
  expect(await phone.locator(`#slot-${bats.id} h2`).textContent()).toBe('You all said yes. Great!')
  expect(await publicNames()).toBe(false)

  await desk.goto(`${base}/speakers/${luna.id}`)
  await desk.getByRole('button', { name: /^Confirm/ }).click()
  const [, confirmed = expect.unreachable()] = await mailbox.until(2)
  expect(confirmed.subject).toBe('Confirmed: Luna speaks at “Kick-off”')
  const readings = Object.values(parsers).map((parse) => parse(invitationIn(confirmed)))
  expect(readings[0]).toEqual(readings[1])
  expect(readings[0]).toMatchObject([{ method: 'REQUEST', uid: bats.id, startsAt: soon.toString() }])
  expect(await publicNames()).toBe(false)

  await desk.goto(`${base}/agenda/changes`)
  await desk.locator('form[action$="/agenda/release"] button').click()
  expect(await publicNames()).toBe(true)
})

/** The real server and a real mailbox; the agenda is released, its speaker planned. */
async function theHouse() {
  const here = await stage({ startsAt: soon, endsAt: soon.add({ hours: 2 }) }, { locale: 'en' })
  await releaseAll(here)
  const headers = await signedInAs(here.db, here.owner, present)
  await here.db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { ...here, headers, mailbox, server }
}

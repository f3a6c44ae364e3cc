import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guard } from '../../server/proofs/guard.ts'
import { launchBrowser } from '../browser.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('minute')

async function underAttack(javaScriptEnabled: boolean) {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }) })
  await guard(here.db, here.project, here.kickoff, here.owner, Temporal.Now.instant())
  await here.db.close()
  const server = await startServer({ DATABASE_URL: here.db.url })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: 'en' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${server.url}/gen-y-city/kickoff/register`)
  await page.fill('[name=name]', 'Noor')
  await page.fill('[name=email]', 'noor@example.org')
  await page.selectOption('[name=group]', { label: 'Pupil' })
  return { page, complaints }
}

test('under attack a phone calculates by itself, at once or when the form is sent, and the policy stands', async () => {
  const { page, complaints } = await underAttack(true)
  expect(await page.locator('[data-proof=without]').isVisible()).toBe(false)
  await page.locator('form button').click()
  await page.waitForURL('**/registered')
  expect(complaints).toEqual([])
})

test('without scripts one reads whom to write to, before the button', async () => {
  const { page } = await underAttack(false)
  const told = page.locator('[data-proof=without]')
  expect(await told.isVisible()).toBe(true)
  expect(await told.locator('a').getAttribute('href')).toBe('mailto:jaunatne@example.org')
  expect(await page.locator('[data-proof=working]').isVisible()).toBe(false)
})

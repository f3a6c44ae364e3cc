import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const kept = async () => ({ caches: await caches.keys(), keys: Object.keys(localStorage) })

test('who signs out leaves no list of a door in the phone; what is still to be sent stays', async () => {
  const { db, owner } = await world()
  const { cookie } = await signedInAs(db, owner, Temporal.Now.instant())
  await db.close()
  const { url } = await startServer({ DATABASE_URL: db.url })
  const context = await browser.newContext()
  await context.addCookies([{ url, name: 'session', value: cookie.replace('session=', '') }])
  const page = await context.newPage()
  await page.goto(`${url}/organise`)
  await page.evaluate(async () => {
    await caches.open('door 1 /organise/gen-y-city/kickoff/door')
    for (const key of ['door-known x', 'door-step x']) localStorage.setItem(key, '{}')
  })
  await page.locator('form[action="/sign-out"] button').click()
  await page.waitForURL('**/sign-in')
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
  expect(await page.evaluate(kept)).toEqual({ caches: [], keys: ['door-step x'] })
})

import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { launchBrowser } from '../browser.ts'
import { liga, noor } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { signedInAs, testApp, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const days = (many: number) => ({ hours: 24 * many })
const album = '/organise/gen-y-city/kickoff/photos'
const gallery = '/gen-y-city/kickoff/photos?lang=en'

/** The day after a meeting that two came to. */
async function dayAfter() {
  const here = await world({ photoChannels: ['web'] })
  const { db, project, kickoff, pupils, organiser, now } = here
  for (const person of [noor, liga])
    await register(db, project, kickoff, { ...person, locale: 'en', groupId: pupils.id }, now)
  const app = await testApp(db)
  const office = await postOffice()
  await post(db, office.url, now)
  app.clock.now = kickoff.endsAt.add(days(1))
  const [name = '', value = ''] = (await signedInAs(db, organiser, app.clock.now)).cookie.split('=')
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const context = await browser.newContext({ locale: 'en' })
  await context.addCookies([{ name, value, url }])
  const desk = await context.newPage()
  const letters = async () => {
    const before = office.received.length
    await post(db, office.url, app.clock.now.add({ minutes: 11 }))
    return office.received.slice(before)
  }
  return { ...here, app, url, desk, letters }
}

async function picture(colour: string) {
  const plain = sharp({ create: { width: 1200, height: 800, channels: 3, background: colour } })
  return { name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer: await plain.jpeg().toBuffer() }
}

const shown = (page: Page) => page.locator('.gallery img').count()

test('photos come in, those who came see them first, one is taken down by who is in it, and the public sees the others', {
  timeout: 120_000,
}, async () => {
  const { app, url, desk, letters } = await dayAfter()
  await desk.goto(url + album)
  await desk.setInputFiles('[name=photos]', await Promise.all(['red', 'green', 'blue'].map(picture)))
  await desk.getByRole('button', { name: 'Send', exact: true }).click()
  await desk.getByRole('checkbox', { name: 'Photo 3' }).waitFor()
  for (const number of [1, 2, 3]) await desk.getByRole('checkbox', { name: `Photo ${number}` }).check()
  await desk.getByRole('checkbox', { name: 'Nobody can be recognised' }).check()
  await desk.getByRole('button', { name: 'Change those ticked' }).click()
  await desk.getByText('May be shown').nth(2).waitFor()
  await desk.getByRole('button', { name: 'Show them to those who came' }).click()
  await desk.getByText('Those who came see the photos already.').waitFor()

  const told = await letters()
  expect(told.map(({ to }) => to[0]).sort()).toEqual([liga.email, noor.email])
  const text = told.find(({ to }) => to[0] === noor.email)?.mail.text ?? ''
  const link = /https?:\/\/[^/\s]+(\/mine\/\S+\/album)/.exec(text)?.[1] ?? ''
  const young = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'en' })
  await young.goto(url + link)
  expect(await shown(young)).toBe(3)
  const everybody = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en' })
  await everybody.goto(url + gallery)
  expect(await shown(everybody)).toBe(0)

  const gone = await young.locator('.gallery img').nth(1).getAttribute('src')
  await young.getByRole('button', { name: /Photo 2$/ }).click()
  expect(await shown(young)).toBe(2)
  expect((await young.goto(url + gone))?.status()).toBe(404)

  await desk.reload()
  await desk.getByText('1 photo was taken down').waitFor()

  app.clock.now = app.clock.now.add(days(8))
  await everybody.goto(url + gallery)
  expect(await shown(everybody)).toBe(2)
  const inTheOpen = await everybody
    .locator('.gallery img')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src')))
  const id = /album\/([\w-]+)-\d+/.exec(`${gone}`)?.[1]
  expect(inTheOpen.join()).not.toContain(id)
  for (const width of [480, 960, 1200])
    expect((await everybody.goto(`${url}/photos/${id}-${width}`))?.status()).toBe(404)
})

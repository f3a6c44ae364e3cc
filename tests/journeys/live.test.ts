import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releasedAgenda, slotsOf } from '../../server/agenda/queries.ts'
import { release, releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { launchBrowser } from '../browser.ts'
import { noor } from '../cast.ts'
import { addSpeaker, linkOf, speakIn } from '../speakers/cast.ts'
import { testApp, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Five minutes into an evening of three stories, at a server on a real port. */
async function fiveMinutesIn() {
  const scene = await world()
  const { db, project, kickoff, organiser, now } = scene
  const day = await firstDay(db, kickoff)
  for (const [lv, minutes] of Object.entries({ Luna: 10, Imbir: 20, Sikspārņi: 20 }))
    await addSlot(db, project, kickoff, story(lv, { dayId: day.id, minutes, speakers: ['Noor'] }), organiser, now)
  const [, imbir] = await slotsOf(db, kickoff)
  const speaker = await addSpeaker(db, project, { name: 'Imbir' })
  if (imbir) await speakIn(db, imbir, speaker, 'confirmed')
  await releaseAgenda(db, project, kickoff, organiser, now)
  const speakers = `/speaker/${await linkOf(db, speaker, kickoff)}`
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
  const app = await testApp(db)
  app.clock.now = kickoff.startsAt.add({ minutes: 5 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const late = async (minutes: number) => {
    const before = await releasedAgenda(db, kickoff)
    const ahead = (before?.slots ?? []).map((slot) => {
      const moved = (at: string) => Temporal.Instant.from(at).add({ minutes }).toString()
      return slot.slug === 'luna' ? slot : { ...slot, startsAt: moved(slot.startsAt), endsAt: moved(slot.endsAt) }
    })
    const where = { project, meeting: kickoff }
    await db.transact((tx) => release(tx, where, ahead, organiser, app.clock.now, { lateMinutes: minutes }), {
      touches: project.id,
    })
  }
  return { ...scene, app, url, late, token: `${token}`, speakers }
}

async function opened(address: string, viewport = { width: 390, height: 844 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en' })).newPage()
  const told = page.waitForRequest((request) => request.url().endsWith('/live'))
  await page.goto(address)
  await told
  // If it is loaded anew, this is gone.
  await page.evaluate(() => Object.assign(window, { same: true }))
  return page
}

test('late, every page that shows what is next follows at once, and none is loaded anew', async () => {
  const { url, late, token, speakers } = await fiveMinutesIn()
  const meeting = `${url}/gen-y-city/kickoff`
  const hall = { width: 1280, height: 720 }
  const pages = [
    await opened(`${meeting}/now`),
    await opened(`${meeting}/screen`, hall),
    await opened(`${url}/mine/${token}`),
  ]
  for (const page of pages) await page.locator('[data-live] time:text("17:10")').waitFor()
  const own = await opened(url + speakers)
  await own.locator('[data-live] :text("17:10–17:30")').first().waitFor()
  await late(15)
  await own.locator('[data-live] :text("17:25–17:45")').first().waitFor({ timeout: 5_000 })
  expect(await own.evaluate(() => 'same' in window)).toBe(true)
  await own.context().close()
  for (const page of pages) {
    await page.locator('[data-live] time:text("17:25")').waitFor({ timeout: 5_000 })
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
    await page.context().close()
  }
})

test('whoever is about to follow a link or has opened a form keeps it', async () => {
  const { url, late, token } = await fiveMinutesIn()
  const page = await opened(`${url}/mine/${token}`)
  await page.locator('details summary').first().click()
  await page.fill('[name=name]', 'Noor N.')
  await page.locator('#now a:has-text("Imbir")').focus()
  await late(10)
  await page.locator('#now time:text("17:20")').waitFor({ timeout: 5_000 })
  expect(await page.inputValue('[name=name]')).toBe('Noor N.')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Imbir')
})

test('the wall goes with the clock by itself, and shows all of it without scrolling', async () => {
  const { app, kickoff, url } = await fiveMinutesIn()
  const page = await (await browser.newContext({ locale: 'en' })).newPage()
  await page.clock.install()
  await page.goto(`${url}/gen-y-city/kickoff/screen`)
  await page.locator('.screen-slot h2:has-text("Luna")').waitFor()
  app.clock.now = kickoff.startsAt.add({ minutes: 11 })
  await page.clock.runFor(60_000)
  await page.locator('.screen-slot h2:has-text("Imbir")').waitFor({ timeout: 5_000 })
  expect(await page.locator('.screen-clock').textContent()).toBe('17:11')
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(viewport)
    const all = await page.evaluate(() => {
      const { scrollWidth: width, scrollHeight: height } = document.documentElement
      return { width, height }
    })
    expect(all).toEqual(viewport)
  }
})

test('without JavaScript the page asks again every minute', async () => {
  const { url } = await fiveMinutesIn()
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'en' })).newPage()
  await page.goto(`${url}/gen-y-city/kickoff/now`)
  expect(await page.locator('#now').textContent()).toContain('Luna')
  expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('60')
})

test('side by side on a wide screen, one after another on a phone, and a long one is as long as what is beside it', async () => {
  const { db, project, kickoff, organiser, now, url } = await fiveMinutesIn()
  const day = await firstDay(db, kickoff)
  const [hall, studio] = [
    await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now),
    await addRoom(db, project, kickoff, { lv: 'Studija' }, organiser, now),
  ]
  const add = (lv: string, roomId: string, minutes: number) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, roomId, minutes }), organiser, now)
  for (const [lv, minutes] of Object.entries({ Viens: 10, Divi: 10, Trīs: 10 })) await add(lv, hall.id, minutes)
  await add('Darbnīca', studio.id, 30)
  await releaseAgenda(db, project, kickoff, organiser, now)
  const boxes = async (width: number) => {
    const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
    await page.goto(`${url}/gen-y-city/kickoff`)
    const box = async (slug: string) => (await page.locator(`#${slug} .slot`).boundingBox()) ?? expect.unreachable()
    const all = { one: await box('viens'), three: await box('tris'), long: await box('darbnica') }
    await page.context().close()
    return all
  }
  const wide = await boxes(1280)
  expect(wide.long.x).toBeGreaterThan(wide.one.x + wide.one.width)
  expect(Math.abs(wide.long.y - wide.one.y)).toBeLessThan(1)
  expect(Math.abs(wide.long.y + wide.long.height - wide.three.y - wide.three.height)).toBeLessThan(1)
  const narrow = await boxes(390)
  expect(narrow.long.x).toBe(narrow.one.x)
  expect(narrow.long.y).toBeGreaterThan(narrow.one.y + narrow.one.height)
})

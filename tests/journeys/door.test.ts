import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { open } from '../../db/open.ts'
import { checkIns, doorSteps, registrations } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { launchBrowser } from '../browser.ts'
import { crew } from '../crew.ts'
import { proxyTo } from '../proxy.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const nameOf = (number: number) => `Viesis ${String(number).padStart(3, '0')}`
const door = '/organise/gen-y-city/kickoff/door'

/** A meeting that has just begun, everybody at its door, and phones of a helper who may let them in. */
async function evening(people = 120, own = browser) {
  const here = await world({ startsAt: present, endsAt: present.add({ hours: 3 }), capacity: people })
  const { db, project, kickoff, pupils } = here
  const { usher } = await crew(here)
  const early = present.subtract({ hours: 48 })
  for (let number = 1; number <= people; number++) {
    const who = { name: nameOf(number), email: `viesis-${number}@example.org`, locale: 'lv' as const }
    await register(db, project, kickoff, { ...who, groupId: pupils.id }, early)
  }
  const [first] = await db
    .select()
    .from(registrations)
    .where(eq(registrations.name, nameOf(1)))
  const [name = '', value = ''] = (await signedInAs(db, usher, present)).cookie.split('=')
  await db.close()
  const { url } = await startServer({ DATABASE_URL: db.url })
  const phone = async () => {
    const context = await own.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })
    await context.addCookies([{ name, value, url }])
    const [page, way] = [await context.newPage(), await proxyTo(url)]
    await page.goto(new URL(door, way.url).href)
    // A page that loads anew gets its first requests past Chromium's offline mode: the line itself is cut, too.
    const offline = async () => Promise.all([context.setOffline(true), way.cut()])
    const online = async () => {
      await way.mend()
      await context.setOffline(false)
    }
    return { context, page, offline, online }
  }
  return { db, phone, code: `${first?.doorToken}` }
}

const row = (page: Page, number: number) => page.locator('.door-row', { hasText: nameOf(number) })
const letIn = async (page: Page, ...numbers: number[]) => {
  for (const number of numbers) await row(page, number).getByRole('button', { name: 'Check in' }).click()
}
const allHeard = (page: Page) => page.waitForFunction(() => document.getElementById('door-status')?.hidden)
const there = (page: Page, many: number, words = 'are in') =>
  page.waitForFunction((text) => document.getElementById('there')?.textContent === text, `${many} ${words}`)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The page and all it is made of are in the phone. */
async function isKept(page: Page) {
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
  )
  await page.waitForFunction(async () => {
    for (const name of await caches.keys())
      if ((await (await caches.open(name)).keys()).some(({ url }) => url.includes('/assets/site.'))) return true
    return false
  })
}

const people = 120

test('two phones at a door of 120, one of them offline for a while, end with one truth', {
  timeout: 180_000,
}, async () => {
  const { db, phone } = await evening()
  const [one, other] = [await phone(), await phone()]
  await letIn(one.page, ...range(1, 20))
  await there(other.page, 20)

  await isKept(other.page)
  await other.offline()
  await letIn(other.page, ...range(21, 50))
  // Loaded anew without a network, it still knows everybody, and what happened here.
  await other.page.reload()
  expect(await other.page.locator('.door-row').count()).toBe(people)
  await other.page.getByText('No network. Go on').waitFor()
  expect(await other.page.locator('#door-waiting').textContent()).toBe('30')
  await other.page.fill('[type=search]', nameOf(51))
  expect(await other.page.locator('.door-row:visible').count()).toBe(1)
  await letIn(other.page, 51)
  await other.page.fill('[type=search]', '')
  await row(other.page, 51).getByRole('button', { name: 'Undo' }).click()

  // Meanwhile the first lets some of the same in, later than the other did, and all the rest.
  await letIn(one.page, ...range(41, people))
  await there(one.page, 100)
  await allHeard(one.page)

  // Whom the first has let in long ago the other does not know to be in.
  await letIn(other.page, 60)

  await other.online()
  await allHeard(other.page)
  await other.page.getByText(`${nameOf(60)}: the other phone was first`).waitFor()
  for (const { page } of [one, other]) await there(page, people)
  for (const { page } of [one, other]) {
    for (const number of [...range(41, 50), 60]) await row(page, number).getByText('checked in twice').waitFor()
    expect(await page.getByText('checked in twice').filter({ visible: true }).count()).toBe(11)
  }
  expect(await one.page.locator('#expected').innerText()).toBe(await other.page.locator('#expected').innerText())

  const kept = await open(db.url, { guest: true })
  const [ins, steps, guests] = await Promise.all([
    ...[kept.select().from(checkIns), kept.select().from(doorSteps)],
    kept.select().from(registrations),
  ] as const)
  await kept.close()
  expect(new Set(ins.map(({ registrationId }) => registrationId)).size).toBe(people)
  expect(ins).toHaveLength(people)
  for (const { id, name } of guests) {
    const scans = steps.filter(({ registrationId, deed }) => registrationId === id && deed === 'in')
    const first = Math.min(...scans.map(({ at }) => at.epochMilliseconds))
    const since = ins.find(({ registrationId }) => registrationId === id)?.at.epochMilliseconds
    // Whoever was taken back in between is in since they came again.
    if (name !== nameOf(51)) expect([name, since]).toEqual([name, first])
  }
})

test('whoever signs out leaves no list behind in the phone', { timeout: 60_000 }, async () => {
  const { phone } = await evening()
  const { page } = await phone()
  await isKept(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
})

test('whose session is over keeps what they did, to be sent later, and no list', { timeout: 60_000 }, async () => {
  const { phone } = await evening()
  const { page, context, offline, online } = await phone()
  await isKept(page)
  await offline()
  await letIn(page, 1)
  const cookies = await context.cookies()
  await context.clearCookies()
  await online()
  await page.getByText('The server no longer knows this phone').waitFor()
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
  expect(await page.locator('#door-waiting').textContent()).toBe('1')

  await context.addCookies(cookies)
  await page.goto(page.url())
  await there(page, 1, 'is in')
  await allHeard(page)
})

test('a code that is held before the camera lets its holder in, and a second time says that they are', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kopa-camera-'))
  const file = join(folder, 'camera.y4m')
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  const own = await launchBrowser(...camera, `--use-file-for-fake-video-capture=${file}`)
  try {
    const { phone, code } = await evening(2, own)
    writeFileSync(file, film(`https://kopa.example.org/door/${code}`))
    const { page } = await phone()
    await page.getByRole('button', { name: 'Scan a code' }).click()
    await page.getByText(`${nameOf(1)}: welcome!`).waitFor()
    await row(page, 1).getByText('Already in, since').waitFor()
    await page.getByRole('button', { name: 'Close the camera' }).click()
    await page.getByRole('button', { name: 'Scan a code' }).click()
    await page.getByText(`${nameOf(1)}: already in`).waitFor()
    await row(page, 2).getByRole('button', { name: 'Check in' }).waitFor()
  } finally {
    await own.close()
    rmSync(folder, { recursive: true })
  }
})

/** One picture of a QR code, as cameras send them: the light of each dot, then its colours, of which there are none. */
function film(text: string): Buffer {
  const [width, height, dot] = [640, 480, 8]
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const light = Buffer.alloc(width * height, 235)
  const [left, top] = [(width - modules.size * dot) / 2, (height - modules.size * dot) / 2].map(Math.floor)
  for (let y = 0; y < modules.size * dot; y++)
    for (let x = 0; x < modules.size * dot; x++)
      if (modules.get(Math.floor(y / dot), Math.floor(x / dot))) light[((top ?? 0) + y) * width + (left ?? 0) + x] = 16
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\nFRAME\n`
  return Buffer.concat([Buffer.from(head), light, Buffer.alloc((width * height) / 2, 128)])
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { liga, sami } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { teacher } from '../parties/cast.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'
import { signUp } from './phone.ts'
import { invitationOf, lettersTo, ownLink } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const startsAt = present.add({ hours: 24 * 14 }).round('hour')

/** Out of a spreadsheet, with a heading, numbers and columns. */
const pupils = Array.from({ length: 24 }, (_, i) => ({ surname: `Kalns${letter(i)}`, given: `Jānis${letter(i)}` }))
const pasted = ['Nr.\tUzvārds\tVārds', ...pupils.map(({ surname, given }, i) => `${i + 1}.\t${surname}\t${given}`)]

function letter(i: number): string {
  return String.fromCharCode(97 + i)
}

/** A meeting with as many places as the class takes; the door's phone is signed in. */
async function school() {
  const settings = { takesClasses: true, photoChannels: ['web' as const, 'press' as const], capacity: 26 }
  const here = await world({ ...settings, startsAt, endsAt: startsAt.add({ hours: 2 }) })
  const [name = '', value = ''] = (await signedInAs(here.db, here.organiser, present)).cookie.split('=')
  await here.db.close()
  const mailbox = await openMailbox()
  const { url } = await startServer({ DATABASE_URL: here.db.url, SMTP_URL: mailbox.smtpUrl })
  return { mailbox, url, meeting: `${url}/gen-y-city/kickoff`, session: { name, value, url } }
}

async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  return await (await browser.newContext({ viewport, javaScriptEnabled, locale: 'en' })).newPage()
}

/** Pasted as it is, the list comes back once as it was understood. */
async function registerClass(page: Page, meeting: string) {
  await page.goto(`${meeting}?lang=en`)
  await page.getByRole('link', { name: 'Coming with a class' }).click()
  await page.fill('[name=name]', teacher.name)
  await page.fill('[name=email]', teacher.email)
  await page.fill('[name=className]', '8.a')
  await page.selectOption('[name=group]', { label: 'Pupil' })
  await page.fill('[name=adults]', '2')
  await page.fill('[name=names]', pasted.join('\n'))
  await page.getByRole('button', { name: 'Register the class' }).click()
  await page.getByText('left out: no name in it').waitFor()
  await fitsThePhone(page)
  expect((await page.inputValue('[name=names]')).split('\n')).toEqual(pupils.map(full))
  await page.getByRole('button', { name: 'Register the class' }).click()
  await page.waitForURL('**/class/sent')
  expect(await page.locator('h1').textContent()).toBe('The class is in!')
}

const full = ({ surname, given }: (typeof pupils)[number]) => `${surname} ${given}`
const named = (page: Page) => page.locator('.party-name').allTextContents()

async function change(page: Page, name: string) {
  await page.locator('.party-person summary', { hasText: name }).click()
  return page.locator('.party-person[open]')
}

async function rename(page: Page, from: string, to: string) {
  const person = await change(page, from)
  await person.getByLabel('Name').fill(to)
  await person.getByRole('button', { name: 'Save' }).click()
  await page.locator('.party-name', { hasText: to }).waitFor()
}

async function remove(page: Page, name: string) {
  await (await change(page, name)).getByRole('button', { name: 'Does not come' }).click()
  await page.locator('.party-name', { hasText: name }).waitFor({ state: 'detached' })
}

async function fitsThePhone(page: Page) {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(wide).toBeLessThanOrEqual(seen ?? 0)
}

/** Sheets of paper, each A4, as the browser would print them. */
async function printed(page: Page): Promise<number> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)])
  for (const [width = 0, height = 0] of sizes) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  return sizes.length
}

for (const javaScript of [false, true]) {
  test(`a class of 24, ${javaScript ? 'with' : 'without'} JavaScript: pasted, changed, printed, and one row at the door`, {
    timeout: 90_000,
  }, async () => {
    const { mailbox, url, meeting, session } = await school()
    const page = await phone(javaScript)
    await registerClass(page, meeting)
    await mailbox.until(1)
    const [confirmation] = lettersTo(mailbox, teacher.email)
    expect(confirmation?.subject).toBe('You’re in: Kick-off (8.a)')
    expect(confirmation && invitationOf(confirmation)?.status).toBe('CONFIRMED')
    for (const waiting of [liga, sami]) await signUp(page, meeting, waiting)
    await mailbox.until(3)

    await page.goto(`${ownLink(mailbox, teacher.email)}?lang=en`)
    await page.getByRole('link', { name: 'The page of the class' }).click()
    expect(await named(page)).toEqual(pupils.map(full))
    await rename(page, 'Kalnsc Jānisc', 'Kārlis Ozols')
    await remove(page, 'Kalnsa Jānisa')
    await remove(page, 'Kalnsx Jānisx')
    await fitsThePhone(page)
    const coming = ['Kalnsb Jānisb', 'Kārlis Ozols', ...pupils.slice(3, -1).map(full)]
    expect(await named(page)).toEqual(coming)
    await page.getByText('22 young people and 2 adults').waitFor()
    await mailbox.until(5)
    for (const next of [liga, sami]) expect(lettersTo(mailbox, next.email)).toHaveLength(2)
    expect(lettersTo(mailbox, teacher.email)).toHaveLength(1)

    await page.getByRole('link', { name: 'Consent sheets for photos' }).click()
    await fitsThePhone(page)
    await page.getByRole('link', { name: 'A page each' }).click()
    expect(await page.locator('.sheet-one').count()).toBe(22)
    expect(await printed(page)).toBe(22)
    const paper = page.getByRole('group', { name: 'Kārlis Ozols' })
    await paper.getByLabel('On our website').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()

    const door = await phone(javaScript)
    await door.context().addCookies([session])
    await door.goto(`${url}/organise/gen-y-city/kickoff/door?lang=en`)
    const rows = door.locator('.door-row')
    expect(await rows.locator('.door-name').allTextContents()).toEqual(['8.a', liga.name, sami.name])
    expect(await door.getByText('Kārlis Ozols').isVisible()).toBe(false)
    await rows.locator('summary').click()
    const people = rows.locator('li')
    expect(await people.count()).toBe(22)
    expect(await people.filter({ hasText: 'Kārlis' }).innerText()).toContain('photos: website')
    expect(await people.filter({ hasText: 'Kalnsb' }).innerText()).toContain('no photos')
    await fitsThePhone(door)
  })
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stories } from '../../db/demo/stories.ts'
import { launchBrowser } from '../browser.ts'
import { atAgenda, fullTray, rowsOf } from './agenda-desk.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const inHall = ['logo', 'heyday', 'fortress', 'bumbumba', 'luna', 'bats'] as const
const afterBreak = ['department', 'imbir', 'guarantee'] as const
const inStudio = ['why', 'solyanka', 'createam', 'angle'] as const
const titleOf = (key: keyof typeof stories) => stories[key].title.lv

/** The last meeting's thirteen stories, with what an organiser puts between them. */
const built = [
  ...['17:00', '17:10', '17:20', '17:30', '17:40', '17:50'].map(
    (at, i) => `${at} Zāle ${titleOf(inHall[i] ?? 'logo')} 10`,
  ),
  '18:00 – Pauze 15',
  `18:15 Zāle ${titleOf('department')} 10 *`,
  `18:25 Zāle ${titleOf('imbir')} 10`,
  `18:35 Zāle ${titleOf('guarantee')} 10`,
  `17:00 Studija ${titleOf('why')} 10`,
  `17:10 Studija ${titleOf('solyanka')} 10`,
  `17:20 Studija ${titleOf('createam')} 25`,
  `17:45 Studija ${titleOf('angle')} 10`,
  '18:15 Studija Skaņas pārbaude 10 (internal)',
].toSorted()

const slot = (page: Page, title: string) => page.locator('[id^="slot-"]', { hasText: title })
const said = (page: Page, words: string) =>
  page.locator('#agenda-said', { hasText: words }).waitFor({ state: 'attached' })

test('the last meeting is built from the tray by mouse', async () => {
  const here = await fullTray()
  const page = await atAgenda(browser, here.url, here.cookies.owner)
  const drop = async (title: string, lane: number, at: string) => {
    const goal = await pointOf(page, lane, at)
    await slot(page, title).hover()
    await page.mouse.down()
    await page.mouse.move(goal.x, goal.y - 40, { steps: 3 })
    await page.mouse.move(goal.x, goal.y)
    expect(await page.locator('.drop').textContent()).toBe(at)
    await page.mouse.up()
    await said(page, title)
  }
  for (const [i, key] of inHall.entries()) await drop(titleOf(key), 1, `17.${i}0`)
  for (const [i, key] of inStudio.entries()) await drop(titleOf(key), 2, `17.${i}0`)
  await drop('Pauze', 1, '18.00')
  for (const [i, key] of afterBreak.entries()) await drop(titleOf(key), 1, `18.${15 + 10 * i}`)
  await drop('Skaņas pārbaude', 2, '18.15')
  const { x, y, width, height } = (await slot(page, titleOf('createam')).boundingBox()) ?? expect.unreachable()
  const [later] = [await pointOf(page, 2, '17.45')]
  await page.mouse.move(x + width / 2, y + height - 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, later.y, { steps: 4 })
  await page.mouse.up()
  await said(page, '25 min')
  await slot(page, titleOf('department')).click()
  await page.getByRole('button', { name: 'Piespraust šim laikam' }).click()
  await page.getByRole('button', { name: 'Atspraust' }).waitFor()
  expect(await rowsOf(here)).toEqual(built)
})

test('and by keyboard alone, every deed announced, the focus on what moves', async () => {
  const here = await fullTray()
  const page = await atAgenda(browser, here.url, here.cookies.owner)
  const press = async (title: string, keys: string[], hears: string) => {
    await tabTo(page, title)
    for (const key of keys) await page.keyboard.press(key)
    await said(page, hears)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(title)
  }
  for (const key of [...inHall, ...afterBreak].toReversed())
    await press(titleOf(key), ['ArrowLeft', 'ArrowLeft'], `${titleOf(key)}“ sākas 17.00, 10 min, Zāle`)
  for (const key of inStudio) await press(titleOf(key), ['ArrowLeft'], `${titleOf(key)}“ sākas`)
  const longer = ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']
  await press(titleOf('createam'), longer, 'sākas 17.20, 25 min, Studija')
  await press('Pauze', ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'], 'Pauze“ sākas 18.00, 15 min.')
  await press('Skaņas pārbaude', ['ArrowLeft'], 'sākas 18.15, 10 min, Studija')
  await tabTo(page, titleOf('department'))
  await page.keyboard.press('Enter')
  await page.locator('#panel [name="title.lv"]:focus').waitFor()
  await tabTo(page, 'Piespraust šim laikam', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Atspraust' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#panel').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(titleOf('department'))
  expect(await rowsOf(here)).toEqual(built)
})

test('and by plain forms, without JavaScript', async () => {
  const here = await fullTray()
  const page = await atAgenda(browser, here.url, here.cookies.owner, { javaScriptEnabled: false })
  const place = async (titles: string[], room: string) => {
    await page.locator('#tray-where > summary').click()
    await page.locator('#tray-room').selectOption({ label: room })
    for (const title of titles) await page.getByRole('button', { name: `Ielikt: ${title}`, exact: true }).click()
  }
  await place(inHall.map(titleOf), 'Zāle')
  await place(inStudio.map(titleOf), 'Studija')
  await place(['Pauze'], 'Visas telpas')
  await place(afterBreak.map(titleOf), 'Zāle')
  await place(['Skaņas pārbaude'], 'Studija')
  await slot(page, titleOf('createam')).click()
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: '+5 min' }).click()
  await page.getByRole('link', { name: 'Aizvērt' }).click()
  await slot(page, titleOf('department')).click()
  await page.getByRole('button', { name: 'Piespraust šim laikam' }).click()
  expect(await rowsOf(here)).toEqual(built)
})

/** Goes on by Tab until it is there. */
async function tabTo(page: Page, words: string, key = 'Tab') {
  for (let i = 0; i < 80; i += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused.length < 500 && focused.includes(words)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${words}.`)
}

/** Where on the screen a time stands in a room's lane. */
async function pointOf(page: Page, lane: number, at: string) {
  const name =
    (await page
      .locator('.lane-names > span')
      .nth(lane - 1)
      .boundingBox()) ?? expect.unreachable()
  const tops = await page.locator('.hours li').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  const [first = 0, second = 0] = tops
  const [hour = 0, minute = 0] = at.split('.').map(Number)
  return { x: name.x + 40, y: first + ((second - first) / 30) * ((hour - 17) * 60 + minute) + 1 }
}

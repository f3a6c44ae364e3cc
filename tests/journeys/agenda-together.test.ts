import AxeBuilder from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { launchBrowser } from '../browser.ts'
import { cast } from '../cast.ts'
import { world } from '../world.ts'
import { atAgenda, fullTray, opened, rowsOf } from './agenda-desk.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Three stories on the day, one after another. */
async function threeStories() {
  const here = await world()
  const { db, project, kickoff, owner, now } = here
  const { id: dayId } = await firstDay(db, kickoff)
  for (const lv of ['Luna', 'Imbir', 'Heyday'])
    await addSlot(db, project, kickoff, story(lv, { dayId, title: { lv, en: lv } }), owner, now)
  return await opened(here)
}

const said = (page: Page, words: string) =>
  page.locator('#agenda-said', { hasText: words }).waitFor({ state: 'attached' })

test('of two windows the second sees what the first has done before it saves over it', async () => {
  const here = await threeStories()
  const first = await atAgenda(browser, here.url, here.cookies.owner)
  const second = await atAgenda(browser, here.url, here.cookies.organiser)
  await second.locator('#slot-luna').click()
  await second.locator('#field-title-lv').fill('Luna: no idejas')

  await first.locator('#slot-luna').focus()
  await first.keyboard.press('Shift+ArrowDown')
  await said(first, '15 min')
  await second.getByRole('button', { name: 'Saglabāt' }).click()
  const notice = second.locator('#conflict')
  await notice.waitFor()
  expect(await notice.textContent()).toMatch(new RegExp(`${cast.owner.name}[^]*10[^]*→[^]*15`))
  expect(await second.locator('#conflict:focus').count()).toBe(1)
  expect(await second.inputValue('#field-title-lv')).toBe('Luna: no idejas')
  expect(await rowsOf(here)).toEqual(['17:00 – Luna 15', '17:15 – Imbir 10', '17:25 – Heyday 10'])

  await second.getByRole('button', { name: 'Saglabāt' }).click()
  await said(second, 'Luna: no idejas')
  expect((await rowsOf(here))[0]).toContain('Luna: no idejas')

  await first.keyboard.press('ArrowDown')
  await first.locator('#conflict', { hasText: cast.organiser.name }).waitFor()
  await first.getByRole('link', { name: 'Atstāt, kā izdarīja cits' }).click()
  await first.locator('#conflict').waitFor({ state: 'detached' })
  expect(await first.locator('#slot-luna').textContent()).toMatch(/Luna: no idejas10/)
})

test('fifty steps are undone and done again by keyboard, however fast', async () => {
  const here = await threeStories()
  const page = await atAgenda(browser, here.url, here.cookies.owner)
  const before = await rowsOf(here)
  await page.locator('#slot-luna').focus()
  const times = async (key: string) => {
    for (let i = 0; i < 50; i += 1) await page.keyboard.press(key)
  }
  await times('Shift+ArrowDown')
  await said(page, '260 min')
  const after = await rowsOf(here)
  expect(after[0]).toBe('17:00 – Luna 260')
  await times('Control+z')
  await page.locator('#slot-luna[data-t="00:10"]').waitFor()
  expect(await rowsOf(here)).toEqual(before)
  await times('Control+Shift+z')
  await page.locator('#slot-luna[data-t="04:20"]').waitFor()
  expect(await rowsOf(here)).toEqual(after)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('slot-luna')
})

test('a finger moves a slot by its time, and scrolls everywhere else', async () => {
  const here = await threeStories()
  const page = await atAgenda(browser, here.url, here.cookies.owner, { hasTouch: true })
  const grip = (await page.locator('#slot-luna > b').first().boundingBox()) ?? expect.unreachable()
  const goal = (await page.locator('#slot-heyday').boundingBox()) ?? expect.unreachable()
  const touch = await page.context().newCDPSession(page)
  const [x, y] = [grip.x + 8, grip.y + 8]
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', dy: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y + dy }] })
  await at('touchStart', 0)
  for (const part of [0.3, 0.6, 1]) await at('touchMove', part * (goal.y + goal.height - grip.y))
  await page.locator('.drop').waitFor()
  await at('touchEnd', 0)
  await said(page, 'Luna')
  expect((await rowsOf(here)).map((row) => row.split(' ')[2])).toEqual(['Imbir', 'Heyday', 'Luna'])
})

test.each(['light', 'dark'] as const)('with a slot open, axe finds nothing in %s', async (colorScheme) => {
  const here = await fullTray()
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    const page = await atAgenda(browser, here.url, here.cookies.owner, { colorScheme, viewport: { width, height } })
    await page.locator('.tray .place').first().click()
    await page.locator('.slots [id^="slot-"]').first().click()
    await page.locator('#panel').waitFor()
    await page.evaluate(AxeBuilder.source)
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
    await page.context().close()
  }
})

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

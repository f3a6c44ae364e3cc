import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pollVotes, voices, voiceVotes } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { openForTest } from '../database.ts'
import { addMembership } from '../room/cast.ts'
import { allAreTold, voterAt } from '../room/voters.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'

// Fifty phones and two browsers are many for a small machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const meeting = '/gen-y-city/kickoff'
const once = '3c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11'
const asked = ['When is the park?', 'Why no skatepark?', 'Who cleans it?'] as const

/** A hall with its wall, 49 phones and a fiftieth in a real browser, all of them told by the server itself. */
async function fullHall() {
  const startsAt = Temporal.Now.instant().subtract({ minutes: 10 })
  const { db, project } = await world({ startsAt, endsAt: startsAt.add({ hours: 3 }) })
  const moderator = await addMembership(db, project, 'moderator')
  const headers = { ...(await signedInAs(db, moderator, startsAt)), 'accept-language': 'en' }
  await db.close()
  const server = await startServer({ DATABASE_URL: db.url })
  const { url } = server
  const desk = async (path: string, fields: Record<string, string> = {}) => {
    const sent = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers } as const
    expect((await fetch(`${url}/organise${meeting}/${path}`, sent)).status).toBe(303)
  }
  const waiting = async () => await (await fetch(`${url}/organise${meeting}/moderate`, { headers })).text()
  const voters = await Promise.all(Array.from({ length: 49 }, () => voterAt(url, meeting)))
  const wall = await opened(`${url}${meeting}/hall`, { width: 1280, height: 720 })
  const phone = await opened(`${url}${meeting}/room`, { width: 390, height: 844 })
  const stored = async () => {
    expect(await server.kill('SIGTERM')).toBe(0)
    return await openForTest(db.url)
  }
  return { desk, waiting, voters, wall, phone, stored }
}

async function opened(address: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en' })).newPage()
  const told = page.waitForRequest((request) => request.url().endsWith('/live'))
  await page.goto(address)
  await told
  // If it is loaded anew, this is gone.
  await page.evaluate(() => Object.assign(window, { same: true }))
  return page
}

test('fifty ask, vote and are told of it at once, and the wall counts every one of them', async () => {
  const { desk, waiting, voters, wall, phone, stored } = await fullHall()
  await allAreTold(
    voters,
    () => desk('moderate/open'),
    '/room',
    (body) => body.includes('Your question'),
  )
  await wall.locator('.hall-door strong').waitFor()
  await phone.reload()

  const ask = (text: string, i: number) => voters[i]?.send('/room', { text })
  const questions = Array.from({ length: 49 }, (_, i) => asked[i] ?? `Question ${i}?`)
  expect(await Promise.all(questions.map(ask))).toEqual(Array(49).fill(303))
  const all = [...(await waiting()).matchAll(/id="voice-([^"]+)"><p[^>]*><bdi[^>]*>(.*?)<\/bdi>/g)]
  expect(all).toHaveLength(49)
  const ids = asked.map((text) => all.find(([, , said]) => said === text)?.[1] ?? '')
  const approve = async () => {
    for (const id of ids) await desk(`moderate/voices/${id}`, { deed: 'show' })
  }
  await allAreTold(voters, approve, '/room', (body) => asked.every((text) => body.includes(text)))
  for (const text of asked) await wall.locator(`.hall-questions :text("${text}")`).waitFor()

  // Each of them twice, as impatient thumbs do.
  const vote = async () => {
    const wanted = ids.flatMap((id, i) => voters.slice(0, [49, 30, 10][i]).map((voter) => ({ voter, id })))
    const votes = [...wanted, ...wanted].map(({ voter, id }) => voter.send(`/room/${id}/vote`, { wish: 'vote' }))
    await phone.locator(`#vote-${ids[0]}`).click()
    expect(new Set(await Promise.all(votes))).toEqual(new Set([303]))
  }
  await allAreTold(voters, vote, '/room', (body) => body.includes('50 votes') && body.includes('30 votes'))
  await wall.locator('.hall-votes').nth(0).filter({ hasText: /^50$/ }).waitFor()
  await wall.locator('.hall-votes').nth(1).filter({ hasText: /^30$/ }).waitFor()
  await wall.locator('.hall-votes').nth(2).filter({ hasText: /^10$/ }).waitFor()

  const typed = { kind: 'one', 'question.en': 'What first?', 'options.en': 'A park\nA rink', once }
  await desk('polls', typed)
  await allAreTold(
    voters,
    () => desk(`polls/${once}/open`),
    '/room',
    (body) => body.includes('What first?'),
  )
  await wall.locator('.hall-poll :text("What first?")').waitFor()
  await phone.locator('#open-poll a').click()
  await phone.getByLabel('A rink').check()
  await phone.getByRole('button', { name: 'Vote' }).click()
  await phone.locator('text=Your vote counts').waitFor()
  const choose = async () => {
    const chosen = voters.map((voter, i) => voter.send(`/polls/${once}`, { choice: i < 20 ? '1' : '2' }))
    expect(await Promise.all(chosen)).toEqual(Array(49).fill(303))
    await desk(`polls/${once}/show`)
  }
  await allAreTold(voters, choose, '/polls', (body) => body.includes('50 people have voted'))
  await wall.locator('.hall-poll caption :text("50 people have voted")').waitFor()
  expect(await wall.locator('.hall-poll tbody strong').allTextContents()).toEqual(['20', '30'])
  const { scrollWidth, scrollHeight } = await wall.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { scrollWidth, scrollHeight }
  })
  expect([scrollWidth, scrollHeight]).toEqual([1280, 720])

  await allAreTold(
    voters,
    () => desk(`polls/${once}/close`),
    '/polls',
    (body) => !body.includes('type="radio"'),
  )
  await wall.locator('.hall-poll :text("Result")').first().waitFor()
  await phone.locator('.badge:text("closed")').waitFor()
  expect(await voters[0]?.send(`/polls/${once}`, { choice: '2' })).toBe(409)
  expect(await wall.evaluate(() => 'same' in window)).toBe(true)
  const db = await stored()
  const kept = [await db.select().from(voices), await db.select().from(voiceVotes), await db.select().from(pollVotes)]
  expect(kept.map(({ length }) => length)).toEqual([49, 90, 50])
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { open } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { noor, type Young } from '../cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { signUp } from './phone.ts'
import { invitationOf, lettersTo, ownLink } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const startsAt = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('hour')
const liga: Young = { name: 'Līga', email: 'liga@example.org', locale: 'en' }
const mark: Young = { name: 'Mark', email: 'mark@example.org', locale: 'en' }

/** A meeting with a single place. */
async function stage() {
  const { db } = await world({ startsAt, endsAt: startsAt.add({ hours: 2 }), capacity: 1 })
  await db.close()
  const mailbox = await openMailbox()
  const env = { DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl }
  const server = await startServer(env)
  const restart = () => startServer({ ...env, PORT: new URL(server.url).port })
  const subjects = ({ email }: Young) => lettersTo(mailbox, email).map(({ subject }) => subject)
  return { databaseUrl: db.url, mailbox, server, restart, subjects, meeting: `${server.url}/gen-y-city/kickoff` }
}

/** The day on which an offer runs out comes while the server is down. */
async function offersRunOut(url: string) {
  const db = await open(url)
  const over = Temporal.Now.instant().subtract({ minutes: 1 })
  await db.transact(
    (tx) => tx.update(registrations).set({ heldUntil: over }).where(eq(registrations.status, 'offered')),
    { touches: 'nothing' },
  )
  await db.close()
}

for (const javaScriptEnabled of [false, true]) {
  test(`an offer that nobody answers goes to the next in line, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, {
    timeout: 60_000,
  }, async () => {
    const { databaseUrl, mailbox, server, restart, subjects, meeting } = await stage()
    const viewport = { width: 390, height: 844 }
    const page = await (await browser.newContext({ viewport, javaScriptEnabled, locale: 'en' })).newPage()
    page.setDefaultTimeout(6000)
    const headline = () => page.locator('h1').textContent()
    for (const person of [noor, liga, mark]) await signUp(page, meeting, person)
    expect(await headline()).toBe('You are on the waiting list')
    await mailbox.until(3)
    await page.goto(ownLink(mailbox, mark.email))
    expect(await headline()).toBe('You are number 2 in line')
    await page.getByText('we offer them to the first in line').waitFor()

    await page.goto(ownLink(mailbox, noor.email))
    await page.getByText('I can’t come after all').click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('link', { name: 'Sign up again' }).waitFor()
    await mailbox.until(5)
    expect(subjects(liga)).toEqual([
      'You’re on the waiting list: Kick-off',
      'Please answer: a place for you at Kick-off',
    ])
    expect(subjects(mark)).toHaveLength(1)
    await page.goto(ownLink(mailbox, liga.email))
    await page.getByRole('button', { name: 'I am coming' }).waitFor()

    await server.kill('SIGTERM')
    await offersRunOut(databaseUrl)
    await restart()
    await mailbox.until(7)
    expect(subjects(liga).slice(2)).toEqual(['The offer has run out: Kick-off'])
    expect(subjects(mark)).toEqual(subjects(liga).slice(0, 2))
    await page.getByRole('button', { name: 'I am coming' }).click()
    await page.getByText('This offer has run out, and the place is free for others now.').waitFor()
    await page.goto(ownLink(mailbox, liga.email))
    expect(await headline()).toBe('The time to answer has run out')
    await page.getByRole('link', { name: 'Sign up again' }).waitFor()

    await page.goto(ownLink(mailbox, mark.email))
    expect(await headline()).toBe('A place is free for you')
    await page.getByRole('button', { name: 'I am coming' }).click()
    await page.getByText('You are in!').waitFor()
    await mailbox.until(8)
    const confirmed = lettersTo(mailbox, mark.email).at(-1)
    expect(confirmed?.subject).toBe('You’re in: Kick-off')
    expect(confirmed && invitationOf(confirmed)?.status).toBe('CONFIRMED')
    expect(mailbox.letters).toHaveLength(8)
  })
}

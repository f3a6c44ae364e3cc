import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passkeys } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { cast } from '../cast.ts'
import { openForTest } from '../database.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'
import { desk, fillAndSend, signInByLetter } from './desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A phone or computer with a passkey store of its own, which is opened by its owner's finger. */
async function withFinger(page: Page) {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  const kind = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const options = { ...kind, isUserVerified: true, automaticPresenceSimulation: true }
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', { options })
  return async (isUserVerified: boolean) => {
    await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  }
}

async function office() {
  const { db } = await world()
  await db.close()
  const mailbox = await openMailbox()
  const server = await startServer({ DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl })
  const page = await desk(browser, true)
  const touch = await withFinger(page)
  await signInByLetter(page, server.url, mailbox, cast.owner.email)
  await page.goto(`${server.url}/organise/me`)
  await page.getByRole('link', { name: 'Second factor' }).click()
  return { db, mailbox, server, page, touch }
}

/** To the page that asks for the second factor. */
async function byLetter(page: Page, url: string, mailbox: Awaited<ReturnType<typeof openMailbox>>) {
  const next = mailbox.letters.length + 1
  await page.goto(`${url}/sign-in`)
  await fillAndSend(page, { email: cast.owner.email }, 'Send the link')
  await page.waitForURL('**/sign-in/asked')
  const letter = (await mailbox.until(next)).at(-1)
  await page.goto(/http:\S+\/sign-in\/\S+/.exec(letter?.text ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/sign-in/second')
}

test('an organiser adds a passkey, signs in with it, and is told by letter', { timeout: 120_000 }, async () => {
  const { db, mailbox, server, page } = await office()
  await fillAndSend(page, { name: 'Work laptop' }, 'Add a passkey')
  await page.getByText('These codes are shown now').waitFor()
  expect(await page.locator('#recovery-codes').inputValue()).toMatch(/^(([A-Z2-7]{4}-){5}[A-Z2-7]{4}(\n|$)){10}$/)
  const told = (await mailbox.until(2)).at(-1)
  expect(told?.subject).toBe('Ieiešana Kopā: otrais faktors')
  await page.getByRole('link', { name: 'They are kept safe' }).click()
  expect(await page.locator('.passkeys').textContent()).toContain('Work laptop')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await byLetter(page, server.url, mailbox)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('**/organise')
  await server.kill('SIGTERM')
  const [kept] = await (await openForTest(db.url)).select().from(passkeys)
  expect(kept).toMatchObject({ name: 'Work laptop', transports: ['internal'] })
  expect([kept?.lastUsedAt !== null, (kept?.counter ?? 0) > 0]).toEqual([true, true])
})

test('whoever has no such passkey at hand is told so, and takes a recovery code', { timeout: 120_000 }, async () => {
  const { mailbox, server, page } = await office()
  await fillAndSend(page, { name: 'Work laptop' }, 'Add a passkey')
  await page.getByText('These codes are shown now').waitFor()
  const [code = ''] = (await page.locator('#recovery-codes').inputValue()).split('\n')
  await mailbox.until(2)

  const elsewhere = await desk(browser, true)
  await withFinger(elsewhere)
  await byLetter(elsewhere, server.url, mailbox)
  await elsewhere.getByRole('button', { name: 'Use a passkey' }).click()
  await elsewhere.getByText('The passkey could not be verified').waitFor()
  await elsewhere.getByText('Phone or key not at hand').click()
  await fillAndSend(elsewhere, { recovery: code }, 'Sign in')
  await elsewhere.waitForURL('**/organise')
})

test('without JavaScript a code is typed, and the page says what a passkey needs', { timeout: 120_000 }, async () => {
  const { mailbox, server, page } = await office()
  await fillAndSend(page, { name: 'Work laptop' }, 'Add a passkey')
  await page.getByText('These codes are shown now').waitFor()
  const [code = ''] = (await page.locator('#recovery-codes').inputValue()).split('\n')
  await mailbox.until(2)

  const plain = await desk(browser, false)
  await byLetter(plain, server.url, mailbox)
  expect(await plain.getByText('Passkeys need JavaScript').isVisible()).toBe(true)
  await plain.getByRole('button', { name: 'Use a passkey' }).click()
  await plain.locator('main [role=alert]').first().waitFor()
  await plain.getByText('Phone or key not at hand').click()
  await fillAndSend(plain, { recovery: code }, 'Sign in')
  await plain.waitForURL('**/organise')
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { open } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { launchBrowser } from '../browser.ts'
import { type Mailbox, openMailbox } from '../mailbox.ts'
import { type RunningServer, startServer } from '../server.ts'
import { world } from '../world.ts'
import { invitationOf, lettersTo, ownLink } from './post.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const present = Temporal.Now.instant()
const startsAt = present.add({ hours: 24 * 14 }).round('hour')
const [elza, anna] = ['elza@example.org', 'anna@example.org']

/** Somewhere it is not the last day of a year, on which everybody has had their birthday. */
const zone = ['Europe/Riga', 'Pacific/Pago_Pago', 'Pacific/Kiritimati'].find((one) => {
  const { dayOfYear, daysInYear } = present.toZonedDateTimeISO(one)
  return dayOfYear < daysInYear
})
const limitYear = String(present.toZonedDateTimeISO(zone ?? 'UTC').year - 13)

async function stage() {
  const asks = { asksAge: true, photoChannels: ['web' as const, 'press' as const] }
  const { db } = await world({ ...asks, startsAt, endsAt: startsAt.add({ hours: 2 }), zone: zone ?? 'UTC' })
  await db.close()
  const mailbox = await openMailbox()
  const env = { DATABASE_URL: db.url, SMTP_URL: mailbox.smtpUrl }
  return { databaseUrl: db.url, mailbox, env, server: await startServer(env) }
}

async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  return await (await browser.newContext({ viewport, javaScriptEnabled, locale: 'en' })).newPage()
}

/** Up to the question whether the birthday has been: typed it comes by itself, sent the form comes back with it. */
async function signUpUntilBirthday(page: Page, { url }: RunningServer, sends: boolean) {
  await page.goto(`${url}/gen-y-city/kickoff/register?lang=en`)
  await page.fill('[name=name]', 'Elza')
  await page.fill('[name=email]', elza)
  await page.selectOption('[name=group]', { label: 'Pupil' })
  await page.fill('[name=birthYear]', limitYear)
  if (sends) await page.getByRole('button', { name: 'Count me in' }).click()
  await page.getByText('Have you had your birthday yet this year?').waitFor()
  expect(await page.inputValue('[name=email]')).toBe(elza)
}

async function finishAsChild(page: Page) {
  expect(await page.isVisible('[name=guardianEmail]')).toBe(false)
  await page.getByLabel('Not yet').check()
  await page.fill('[name=guardianEmail]', anna)
  await page.getByRole('button', { name: 'Count me in' }).click()
  await page.waitForURL('**/registered?list=held')
  expect(await page.locator('h1').textContent()).toBe('A place is held for you')
}

/** The guardian's page, from the newest letter to them. */
function guardianLink(mailbox: Mailbox): string {
  const texts = lettersTo(mailbox, anna).map(({ text }) => text ?? '')
  return texts.flatMap((text) => /http:\S+\/child\/\S+/.exec(text)?.[0] ?? []).at(-1) ?? ''
}

for (const javaScript of [false, true]) {
  test(`a child signs up, a guardian agrees, and the place is sure, ${javaScript ? 'with' : 'without'} JavaScript`, {
    timeout: 60_000,
  }, async () => {
    const { mailbox, server } = await stage()
    const page = await phone(javaScript)
    await signUpUntilBirthday(page, server, !javaScript)
    await finishAsChild(page)
    await mailbox.until(2)
    const [asked] = lettersTo(mailbox, anna)
    expect(asked?.text).not.toContain('Elza')

    const guardian = await phone(javaScript)
    await guardian.goto(guardianLink(mailbox))
    expect(await guardian.locator('h1').textContent()).toBe('May Elza come?')
    await guardian.getByRole('button', { name: 'I agree', exact: true }).click()
    await guardian.locator('#field-signedBy-problem').waitFor()
    await guardian.fill('[name=signedBy]', 'Anna Liepa')
    await guardian.getByLabel('On our website').check()
    await guardian.getByRole('button', { name: 'I agree', exact: true }).click()
    await guardian.getByText('Elza has a place').waitFor()

    await mailbox.until(3)
    const confirmed = lettersTo(mailbox, elza).at(-1)
    expect(confirmed?.subject).toBe('You’re in: Kick-off')
    expect(confirmed && invitationOf(confirmed)?.status).toBe('CONFIRMED')
    await page.goto(ownLink(mailbox, elza))
    expect(await page.locator('h1').textContent()).toBe('You are in!')
    await page.getByRole('link', { name: 'Photos: where you may be shown' }).click()
    await page.getByText('may be shown', { exact: true }).waitFor()
    await page.getByLabel('On our website').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('may be shown', { exact: true }).waitFor({ state: 'detached' })
  })
}

test('a guardian who says nothing lets the place lapse: both are told, and the link says that it is over', {
  timeout: 60_000,
}, async () => {
  const { databaseUrl, mailbox, env, server } = await stage()
  const page = await phone(false)
  await signUpUntilBirthday(page, server, true)
  await finishAsChild(page)
  await mailbox.until(2)
  await server.kill('SIGTERM')
  await timeRunsOut(databaseUrl)
  await startServer({ ...env, PORT: new URL(server.url).port })
  await mailbox.until(4)
  expect(lettersTo(mailbox, elza).at(-1)?.subject).toContain('no longer')
  expect(lettersTo(mailbox, anna).at(-1)?.subject).toContain('The time to answer is over')
  const guardian = await phone(false)
  await guardian.goto(guardianLink(mailbox))
  await guardian.getByText('No answer is needed any more').waitFor()
  await page.goto(ownLink(mailbox, elza))
  await page.getByRole('link', { name: 'Sign up again' }).waitFor()
})

async function timeRunsOut(url: string) {
  const db = await open(url)
  const over = Temporal.Now.instant().subtract({ hours: 1 })
  await db.transact((tx) => tx.update(registrations).set({ heldUntil: over }).where(eq(registrations.status, 'held')), {
    touches: 'nothing',
  })
  await db.close()
}

import { Secret, TOTP } from 'otpauth'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { signInLinkFor } from '../../server/organisers/sign-in.ts'
import { type Browser, visit } from '../organisers/visits.ts'
import { type TestApp, testApp, world } from '../world.ts'

export const second = '/organise/me/second-factor'

/** Whoever opens the link from the operator's terminal: the browser is in, or owes the second factor. */
export async function withLink(app: TestApp, db: Database, { email }: { email: string }, browser: Browser = new Map()) {
  const token = await signInLinkFor(db, email, app.clock.now)
  const answer = await visit(app, browser, { method: 'POST', url: `/sign-in/${token}` })
  return { browser, location: answer.headers.location }
}

/** What the app on the phone shows, so many seconds from now. */
export function codeOf(app: TestApp, secret: string, seconds = 0): string {
  const timestamp = app.clock.now.add({ seconds }).epochMilliseconds
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** A code that is surely not the app's at the moment. */
export function wrongCode(app: TestApp, secret: string): string {
  const good = [-60, -30, 0, 30].map((seconds) => codeOf(app, secret, seconds))
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !good.includes(code)) ?? ''
}

/** Adds an app as somebody does who is signed in: the secret from the page, the codes that are shown once. */
export async function addApp(app: TestApp, browser: Browser) {
  await visit(app, browser, { method: 'POST', url: `${second}/app` })
  const page = await visit(app, browser, { url: `${second}/app` })
  const secret = (/id="app-secret"[^>]*>\s*([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  const confirmed = await visit(app, browser, {
    url: `${second}/app/confirm`,
    fields: { code: codeOf(app, secret) },
  })
  return { secret, codes: recoveryCodesIn(confirmed.body), confirmed }
}

export function recoveryCodesIn(body: string): string[] {
  return body.match(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}/gm) ?? []
}

/** An organiser with an authenticator app, and the browser in which they added it. A minute later: its code is used up. */
export async function guarded() {
  const here = await world()
  const app = await testApp(here.db)
  const { browser } = await withLink(app, here.db, here.owner)
  const { secret, codes } = await addApp(app, browser)
  app.clock.now = app.clock.now.add({ minutes: 1 })
  return { ...here, app, browser, secret, codes }
}

export async function show(app: TestApp, browser: Browser, fields: Record<string, string>) {
  return await visit(app, browser, { url: '/sign-in/second', fields })
}

/** What the letters to an organiser say has changed, the oldest first. */
export async function toldOf(db: Database, { id }: { id: string }): Promise<(string | undefined)[]> {
  const sent = await db.select().from(letters).where(eq(letters.organiserId, id)).orderBy(letters.queuedAt, letters.id)
  return sent.filter(({ kind }) => kind === 'second-factor').map(({ facts }) => facts.change)
}

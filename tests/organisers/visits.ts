import type { LightMyRequestResponse } from 'fastify'
import { desc } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, signInLinks } from '../../db/schema.ts'
import { form, type TestApp } from '../world.ts'

/** What a browser keeps between visits: its cookies by name. */
export type Browser = Map<string, string>

type Visit = { method?: 'GET' | 'POST'; url: string; fields?: Record<string, string>; headers?: Record<string, string> }

/** One request as a browser makes it, which then keeps the cookies it was given. */
export async function visit(app: TestApp, browser: Browser, { method, url, fields, headers }: Visit) {
  const sent = fields ? form(fields) : { headers: {}, payload: undefined }
  const cookie = [...browser].map((pair) => pair.join('=')).join('; ')
  const answer = await app.inject({
    method: method ?? (fields ? 'POST' : 'GET'),
    url,
    ...sent,
    headers: { ...sent.headers, ...(cookie && { cookie }), ...headers },
  })
  keepCookies(browser, answer)
  return answer
}

export async function ask(app: TestApp, browser: Browser, email: string, headers: Record<string, string> = {}) {
  return await visit(app, browser, { url: '/sign-in', fields: { email }, headers })
}

/** The secret in the newest letter to that address. */
export async function tokenFor(db: Database, email: string): Promise<string> {
  const sent = await lettersOf(db)
  return sent.find(({ recipient }) => recipient === email)?.token ?? 'no letter'
}

export async function lettersOf(db: Database) {
  return await db.select().from(letters).orderBy(desc(letters.queuedAt))
}

export async function linksOf(db: Database) {
  return await db.select().from(signInLinks)
}

function keepCookies(browser: Browser, answer: LightMyRequestResponse) {
  for (const { name, value } of answer.cookies) {
    if (value === '') browser.delete(name)
    else browser.set(name, value)
  }
}

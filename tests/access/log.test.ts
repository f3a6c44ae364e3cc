import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { cleanUpWith } from '../database.ts'
import { form, now, signedInAs, world } from '../world.ts'

/** What the server writes down while it is asked. */
async function logged() {
  const here = await world()
  const config = readConfig({ PUBLIC_URL: 'http://localhost:3000', LOG_LEVEL: 'info' })
  const lines = new PassThrough()
  const app = await buildApp({ db: here.db, now: () => now, config }, lines)
  cleanUpWith(async () => await app.close())
  const said = () => {
    const text = String(lines.read() ?? '')
    return {
      text,
      events: text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    }
  }
  return { ...here, app, said }
}

test('an attempt on what is another’s is written down: who, what and when, by ids and patterns', async () => {
  const { db, app, outsider, said } = await logged()
  const headers = await signedInAs(db, outsider)
  await app.inject({ url: '/organise/gen-y-city/kickoff/registrations?search=noor@example.org', headers })
  const { events } = said()
  const route = '/organise/:project/:meeting/registrations'
  expect(events).toMatchObject([
    { level: 40, time: expect.any(Number), status: 404, method: 'GET', route, organiser: outsider.id },
  ])
})

test('forms from elsewhere are written down too, and never with what was in them', async () => {
  const { app, said } = await logged()
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const { headers, payload } = form({ email: 'noor@example.org' })
  await app.inject({ method: 'POST', url: '/sign-in?x=secret', headers: { ...headers, ...foreign }, payload })
  const { text, events } = said()
  expect(events).toMatchObject([{ refusal: 'refusal.foreign', status: 403, route: '/sign-in' }])
  expect(text).not.toMatch(/noor|secret|127\.0\.0\.1/)
})

test('a page that is not there, and a line break in its address, are not', async () => {
  const { app, said } = await logged()
  await app.inject({ url: '/nowhere%0a%7b%22level%22:60%7d' })
  expect(said().events).toEqual([])
})

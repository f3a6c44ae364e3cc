import { expect, test } from 'vitest'
import { organisers } from '../../db/schema.ts'
import { firstRunLink } from '../../server/organisers/first-run.ts'
import { freshDatabase } from '../database.ts'
import { now, testApp, world } from '../world.ts'
import { type Browser, linksOf, visit } from './visits.ts'

const person = { name: 'Ilze Ozola', email: 'Ilze@example.org' }

test('the first link makes the first organiser, who is in at once', async () => {
  const { db, app, url } = await firstRun()
  const browser: Browser = new Map()
  expect((await visit(app, browser, { url })).body).toContain('name="name"')

  const entered = await visit(app, browser, { url, fields: person, headers: { 'accept-language': 'uk' } })
  expect(entered.headers.location).toBe('/organise')
  expect((await visit(app, browser, { url: '/organise' })).body).toContain('Ilze Ozola')
  const made = await db.select().from(organisers)
  expect(made.map(({ name, email, locale }) => ({ name, email, locale }))).toEqual([
    { name: 'Ilze Ozola', email: 'ilze@example.org', locale: 'uk' },
  ])
})

test('it works once only', async () => {
  const { db, app, url } = await firstRun()
  await visit(app, new Map(), { url, fields: person })
  const browser: Browser = new Map()
  for (const fields of [undefined, { name: 'Olga', email: 'olga@example.com' }])
    expect((await visit(app, browser, { url, fields })).statusCode).toBe(404)
  expect([browser.size, (await db.select().from(organisers)).length]).toEqual([0, 1])
})

test('two people who use it at the same time make one organiser', async () => {
  const { db, app, url } = await firstRun()
  const answers = await Promise.all(
    ['ilze@example.org', 'olga@example.com'].map((email) =>
      visit(app, new Map(), { url, fields: { name: 'Somebody', email } }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404])
  expect((await db.select().from(organisers)).length).toBe(1)
})

test('there is one such link at a time, for a day, and none once somebody organises', async () => {
  const { db, app, url } = await firstRun()
  const newer = `/sign-in/${await firstRunLink(db, now)}`
  expect((await visit(app, new Map(), { url })).statusCode).toBe(404)
  app.clock.now = now.add({ hours: 24 })
  expect((await visit(app, new Map(), { url: newer, fields: person })).statusCode).toBe(404)
  expect(await db.select().from(organisers)).toEqual([])

  const busy = await world()
  expect(await firstRunLink(busy.db, now)).toBe(null)
  expect(await linksOf(busy.db)).toEqual([])
})

test('what is missing is asked for again, with what was typed', async () => {
  const { db, app, url } = await firstRun()
  const answer = await visit(app, new Map(), { url, fields: { name: '', email: 'ilze@example.org' } })
  expect([answer.statusCode, answer.body.includes('value="ilze@example.org"')]).toEqual([422, true])
  expect(await db.select().from(organisers)).toEqual([])
})

async function firstRun() {
  const db = await freshDatabase()
  const app = await testApp(db)
  return { db, app, url: `/sign-in/${await firstRunLink(db, now)}` }
}

import { expect, test, vi } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { helpers, history, memberships, sessions } from '../../db/schema.ts'
import { forgetSessions } from '../../server/organisers/forget.ts'
import { hashOf } from '../../server/secrets.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { signedInAs, type TestApp, testApp, world } from '../world.ts'
import { ask, type Browser, tokenFor, visit } from './visits.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const phone =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
const list = '/organise/me/sessions'

test('somebody sees in words where they are signed in, and which browser is this one', async () => {
  const { app, desk } = await deskAndPhone()
  app.clock.now = app.clock.now.add({ hours: 5 })
  const { body } = await visit(app, desk, { url: `${list}?lang=en` })
  const [here, elsewhere] = [body.slice(0, body.indexOf('>Elsewhere<')), body.slice(body.indexOf('>Elsewhere<'))]
  expect(here).toContain('Computer: Firefox, Linux')
  expect(here).toContain('5 hours ago')
  expect(elsewhere).toContain('Phone: Chrome, Android')
  expect(body.match(/Phone|Computer/g)?.length).toBe(3)
  const me = await visit(app, desk, { url: '/organise/me' })
  expect(me.body).toContain(`href="${list}"`)
})

test('a browser that says nothing of itself, nonsense, or a script, is shown all the same, and in short', async () => {
  for (const said of ['', 'x', '<script>alert(1)</script>/1 ', `${'long'.repeat(2_000)}/1 `]) {
    const { db, owner, app } = await house()
    const browser = await enter(app, db, owner.email, said)
    const { statusCode, body } = await visit(app, browser, { url: list })
    expect([statusCode, body.includes('<script>alert')]).toEqual([200, false])
    expect((await rows(db)).every(({ userAgent }) => userAgent.length <= 200)).toBe(true)
  }
})

test('nothing is kept of where they were: no address of a network', async () => {
  const { db } = await deskAndPhone()
  expect(JSON.stringify(await dump(db))).not.toContain('127.0.0.1')
})

test('one session is ended from another, and only that one', async () => {
  const { db, app, desk, mobile } = await deskAndPhone()
  const session = hashOf(mobile.get('session') ?? '')
  const ended = await visit(app, desk, { url: `${list}/end`, fields: { session } })
  expect([ended.statusCode, ended.headers.location]).toEqual([303, list])
  expect((await visit(app, mobile, { url: '/organise' })).headers.location).toBe('/sign-in')
  expect((await visit(app, desk, { url: '/organise' })).statusCode).toBe(200)
  expect((await rows(db)).map(({ userAgent }) => userAgent)).toEqual([firefox])
})

test('“everywhere else” leaves the browser that says so, and everybody else', async () => {
  const { db, app, desk, mobile, outsider } = await deskAndPhone()
  const foreign = await signedInAs(db, outsider)
  await visit(app, desk, { method: 'POST', url: `${list}/end-others` })
  expect((await visit(app, mobile, { url: '/organise' })).headers.location).toBe('/sign-in')
  expect((await visit(app, desk, { url: '/organise' })).statusCode).toBe(200)
  expect((await app.inject({ url: '/organise', headers: foreign })).statusCode).toBe(200)
})

test('an outsider neither sees nor ends the sessions of others', async () => {
  const { db, app, desk, outsider } = await deskAndPhone()
  const foreign = await enter(app, db, outsider.email, 'Outside/1.0')
  const before = await rows(db)
  const seen = await visit(app, foreign, { url: list })
  expect(seen.body).not.toMatch(/Firefox|Android/)
  for (const { idHash } of before) expect(seen.body.includes(idHash)).toBe(false)
  const session = hashOf(desk.get('session') ?? '')
  await visit(app, foreign, { url: `${list}/end`, fields: { session } })
  await visit(app, foreign, { method: 'POST', url: `${list}/end-others` })
  const nonsense = await visit(app, foreign, { url: `${list}/end`, fields: { session: '' } })
  expect([nonsense.statusCode, await rows(db)]).toEqual([422, before])
})

test('a session that nobody uses ends after 14 days, one that is used after 30', async () => {
  const { db, app, desk, mobile } = await deskAndPhone()
  const start = app.clock.now
  const at = (hours: number) => (app.clock.now = start.add({ hours }))
  for (const day of [13, 26]) {
    at(24 * day)
    expect((await visit(app, desk, { url: '/organise' })).statusCode).toBe(200)
    await vi.waitFor(async () => expect((await rowOf(db, desk))?.seenAt).toEqual(app.clock.now))
    if (day === 13) at(24 * 14)
    else at(24 * 30 - 1)
    expect((await visit(app, mobile, { url: '/organise' })).headers.location).toBe('/sign-in')
  }
  expect((await visit(app, desk, { url: '/organise' })).statusCode).toBe(200)
  at(24 * 30)
  expect((await visit(app, desk, { url: '/organise' })).headers.location).toBe('/sign-in')
  await forgetSessions(db, app.clock.now)
  expect(await rows(db)).toEqual([])
})

test('that a session was used is written down once an hour, not on every request', async () => {
  const { db, app, desk } = await deskAndPhone()
  let writes = 0
  db.onTouch(() => writes++)
  const start = app.clock.now
  for (const minutes of [1, 59]) {
    app.clock.now = start.add({ minutes })
    await visit(app, desk, { url: '/organise' })
  }
  expect([writes, (await rowOf(db, desk))?.seenAt]).toEqual([0, null])
  app.clock.now = start.add({ minutes: 60 })
  await visit(app, desk, { url: '/organise' })
  await vi.waitFor(async () => expect((await rowOf(db, desk))?.seenAt).toEqual(start.add({ minutes: 60 })))
  const after = writes
  for (const minutes of [61, 119]) {
    app.clock.now = start.add({ minutes })
    await visit(app, desk, { url: '/organise' })
  }
  expect([writes - after, (await rowOf(db, desk))?.seenAt]).toEqual([0, start.add({ minutes: 60 })])
})

test('an owner ends the sessions of a colleague, and it is written down', async () => {
  const { db, app, organiser, owner } = await house()
  const [first, second] = [await enter(app, db, organiser.email), await enter(app, db, organiser.email)]
  const headers = await signedInAs(db, owner)
  const page = await app.inject({ url: '/organise/gen-y-city/people', headers })
  const url = `/organise/gen-y-city/people/${organiser.id}/sign-out`
  expect(page.body).toContain(`action="${url}"`)
  expect((await app.inject({ method: 'POST', url, headers })).statusCode).toBe(303)
  for (const browser of [first, second])
    expect((await visit(app, browser, { url: '/organise' })).headers.location).toBe('/sign-in')
  expect((await rows(db)).map(({ organiserId }) => organiserId)).toEqual([owner.id])
  expect(await deeds(db)).toEqual([['people.signed-out', owner.id, { colleague: organiser.id }]])
})

test('also of somebody who helps with one meeting alone', async () => {
  const { db, app, ...here } = await house()
  const { usher } = await crew({ db, ...here })
  const browser = await enter(app, db, usher.email)
  const headers = await signedInAs(db, here.owner)
  const url = `/organise/gen-y-city/people/${usher.id}/sign-out`
  expect((await app.inject({ url: '/organise/gen-y-city/people', headers })).body).toContain(`action="${url}"`)
  await app.inject({ method: 'POST', url, headers })
  expect((await visit(app, browser, { url: '/organise' })).headers.location).toBe('/sign-in')
})

test('nobody but an owner ends them, and no owner those of somebody who takes no part', async () => {
  const { db, app, ...here } = await house()
  const { owner, organiser, outsider, usher } = { ...here, ...(await crew({ db, ...here })) }
  const browser = await enter(app, db, owner.email)
  const tries = [
    [organiser, `/organise/gen-y-city/people/${owner.id}/sign-out`],
    [usher, `/organise/gen-y-city/people/${owner.id}/sign-out`],
    [outsider, `/organise/gen-y-city/people/${owner.id}/sign-out`],
    [outsider, `/organise/other-city/people/${owner.id}/sign-out`],
    [owner, `/organise/gen-y-city/people/${outsider.id}/sign-out`],
    [owner, '/organise/gen-y-city/people/nobody/sign-out'],
  ] as const
  for (const [who, url] of tries) {
    const { statusCode } = await app.inject({ method: 'POST', url, headers: await signedInAs(db, who) })
    expect([url, statusCode]).toEqual([url, 404])
  }
  expect((await visit(app, browser, { url: '/organise' })).statusCode).toBe(200)
  expect((await rows(db)).map(({ organiserId }) => organiserId)).toContain(outsider.id)
  expect(await deeds(db)).toEqual([])
})

test('nor of somebody who took part once', async () => {
  const { db, app, owner, organiser } = await house()
  await db.transact(
    async (tx) => {
      await tx.delete(memberships).where(eq(memberships.organiserId, organiser.id))
      await tx.delete(helpers)
    },
    { touches: 'nothing' },
  )
  const browser = await enter(app, db, organiser.email)
  const url = `/organise/gen-y-city/people/${organiser.id}/sign-out`
  expect((await app.inject({ method: 'POST', url, headers: await signedInAs(db, owner) })).statusCode).toBe(404)
  expect((await visit(app, browser, { url: '/organise' })).statusCode).toBe(200)
})

async function house() {
  const here = await world()
  return { ...here, app: await testApp(here.db) }
}

async function deskAndPhone() {
  const here = await house()
  const desk = await enter(here.app, here.db, here.owner.email, firefox)
  const mobile = await enter(here.app, here.db, here.owner.email, phone)
  return { ...here, desk, mobile }
}

/** A browser that has come in by a letter. */
async function enter(app: TestApp, db: Database, email: string, userAgent = ''): Promise<Browser> {
  const browser: Browser = new Map()
  app.clock.now = app.clock.now.add({ seconds: 1 })
  await ask(app, browser, email)
  const headers = { 'user-agent': userAgent }
  await visit(app, browser, { method: 'POST', url: `/sign-in/${await tokenFor(db, email)}`, headers })
  return browser
}

async function rows(db: Database) {
  return await db.select().from(sessions).orderBy(sessions.createdAt)
}

async function rowOf(db: Database, browser: Browser) {
  const idHash = hashOf(browser.get('session') ?? '')
  return (await rows(db)).find((row) => row.idHash === idHash)
}

async function deeds(db: Database) {
  const all = await db.select().from(history)
  return all.map(({ deed, organiserId, facts }) => [deed, organiserId, facts])
}

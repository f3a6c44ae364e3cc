import { expect, test } from 'vitest'
import { passkeys, recoveryCodes, wrongCodes } from '../../db/schema.ts'
import { dump } from '../dump.ts'
import { type Browser, visit } from '../organisers/visits.ts'
import { type TestApp, testApp, world } from '../world.ts'
import { recoveryCodesIn, second, toldOf, withLink } from './cast.ts'
import { securityKey } from './security-key.ts'

async function challenge(app: TestApp, browser: Browser, page: string): Promise<string> {
  const asked = await visit(app, browser, { method: 'POST', url: `${page}/challenge` })
  return asked.json().challenge
}

async function add(app: TestApp, browser: Browser, key: ReturnType<typeof securityKey>, name = 'Atslēga') {
  const signed = key.make({ challenge: await challenge(app, browser, `${second}/passkeys`) })
  return await visit(app, browser, { url: `${second}/passkeys`, fields: { name, signed } })
}

async function enter(app: TestApp, browser: Browser, signed: string) {
  return await visit(app, browser, { url: '/sign-in/second/passkey', fields: { signed } })
}

/** An organiser with one passkey. */
async function keyed() {
  const here = await world()
  const app = await testApp(here.db)
  const { browser } = await withLink(app, here.db, here.owner)
  const key = securityKey()
  const added = await add(app, browser, key)
  return { ...here, app, browser, key, added }
}

test('a passkey is added under its name, and lets its owner in', async () => {
  const { db, app, owner, key, added, browser } = await keyed()
  expect([added.statusCode, recoveryCodesIn(added.body).length]).toEqual([200, 10])
  expect(await db.select().from(passkeys)).toMatchObject([{ organiserId: owner.id, name: 'Atslēga', counter: 0 }])
  expect((await visit(app, browser, { url: second })).body).toContain('<strong>Atslēga</strong>')

  const half = await withLink(app, db, owner)
  expect(half.location).toBe('/sign-in/second')
  const signed = key.sign({ challenge: await challenge(app, half.browser, '/sign-in/second') })
  const entered = await enter(app, half.browser, signed)
  expect([entered.headers.location, [...half.browser.keys()]]).toEqual(['/organise', ['session']])
  expect(await db.select().from(passkeys)).toMatchObject([{ counter: 1, lastUsedAt: app.clock.now }])
})

test('a second one brings no new recovery codes; the last one takes them along', async () => {
  const { db, app, browser, owner } = await keyed()
  const codes = await db.select().from(recoveryCodes)
  expect((await add(app, browser, securityKey(), 'Otra')).headers.location).toBe(second)
  expect(await db.select().from(recoveryCodes)).toEqual(codes)
  for (const [nth, { id }] of (await db.select().from(passkeys)).entries()) {
    await visit(app, browser, { method: 'POST', url: `${second}/passkeys/${id}/remove` })
    expect([nth, (await db.select().from(recoveryCodes)).length]).toEqual([nth, nth === 0 ? 10 : 0])
  }
  const told = ['passkey-added', 'passkey-added', 'passkey-removed', 'passkey-removed']
  expect((await toldOf(db, owner)).sort()).toEqual(told)
})

test('what is signed for another site, another moment, or by another key lets nobody in, and is no wrong code', async () => {
  const { db, app, owner, key } = await keyed()
  const half = await withLink(app, db, owner)
  const asked = { challenge: await challenge(app, half.browser, '/sign-in/second') }
  const before = await dump(db)
  const stranger = securityKey()
  const wrong = [
    key.sign({ ...asked, origin: 'http://kopa.example.com' }),
    key.sign({ ...asked, rpID: 'example.com' }),
    key.sign({ challenge: 'AAAA' }),
    key.make(asked),
    stranger.sign(asked),
    key.sign(asked).replace(/"signature":"..../, '"signature":"AAAA'),
    ...['', '{}', 'null', '{"id":1}', '[', JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} })],
  ]
  for (const signed of wrong) {
    const refused = await enter(app, half.browser, signed)
    expect([signed, refused.statusCode, refused.body.includes('Neizdevās pārbaudīt')]).toEqual([signed, 422, true])
  }
  expect(await dump(db)).toEqual(before)
  expect(await db.select().from(wrongCodes)).toEqual([])
  expect((await enter(app, half.browser, key.sign(asked))).headers.location).toBe('/organise')
})

test('what was signed lets in once, and not in another browser', async () => {
  const { db, app, owner, key } = await keyed()
  const [one, other] = [await withLink(app, db, owner), await withLink(app, db, owner)]
  const signed = key.sign({ challenge: await challenge(app, one.browser, '/sign-in/second') })
  await challenge(app, other.browser, '/sign-in/second')
  expect((await enter(app, other.browser, signed)).statusCode).toBe(422)
  const again = new Map(one.browser)
  expect((await enter(app, one.browser, signed)).headers.location).toBe('/organise')
  expect((await enter(app, again, signed)).statusCode).toBe(404)
})

test('a passkey that has counted less than before is a copy, and is refused', async () => {
  const { db, app, owner, key } = await keyed()
  const half = await withLink(app, db, owner)
  key.counter = 7
  await enter(app, half.browser, key.sign({ challenge: await challenge(app, half.browser, '/sign-in/second') }))
  key.counter = 3
  const copied = await withLink(app, db, owner)
  const signed = key.sign({ challenge: await challenge(app, copied.browser, '/sign-in/second') })
  expect((await enter(app, copied.browser, signed)).statusCode).toBe(422)
  expect(await db.select().from(passkeys)).toMatchObject([{ counter: 8 }])
})

test('another organiser’s passkey is nobody’s way in, and cannot be taken over', async () => {
  const { db, app, organiser, key } = await keyed()
  const { browser } = await withLink(app, db, organiser)
  const before = await db.select().from(passkeys)
  expect((await add(app, browser, key)).statusCode).toBe(422)
  expect(await db.select().from(passkeys)).toEqual(before)
  await add(app, browser, securityKey())
  const half = await withLink(app, db, organiser)
  const signed = key.sign({ challenge: await challenge(app, half.browser, '/sign-in/second') })
  expect((await enter(app, half.browser, signed)).statusCode).toBe(422)
})

test('without JavaScript, or a name, the form comes back and says why', async () => {
  const { db, app, browser } = await keyed()
  for (const fields of [
    { name: 'Otra', signed: '' },
    { name: '', signed: '{}' },
  ]) {
    const refused = await visit(app, browser, { url: `${second}/passkeys`, fields })
    expect([fields, refused.statusCode, refused.body.includes('id="problems"')]).toEqual([fields, 422, true])
  }
  expect((await db.select().from(passkeys)).length).toBe(1)
})

test('a passkey is shown again before changes, under a new session id', async () => {
  const { app, browser, key } = await keyed()
  app.clock.now = app.clock.now.add({ minutes: 11 })
  const former = browser.get('session')
  const signed = key.sign({ challenge: await challenge(app, browser, `${second}/prove`) })
  const proven = await visit(app, browser, { url: `${second}/prove/passkey`, fields: { signed } })
  expect([proven.headers.location, browser.get('session') === former]).toEqual([second, false])
  expect((await visit(app, browser, { url: second })).body).toContain('/remove')
})

test('a new passkey may vouch for itself; a certificate is not taken, since what it names would be fetched', async () => {
  const { db, app, browser } = await keyed()
  const statuses = []
  for (const vouching of ['itself', 'maker'] as const) {
    const signed = securityKey().make({ challenge: await challenge(app, browser, `${second}/passkeys`) }, vouching)
    const added = await visit(app, browser, { url: `${second}/passkeys`, fields: { name: vouching, signed } })
    statuses.push(added.statusCode)
  }
  expect(statuses).toEqual([303, 422])
  expect((await db.select().from(passkeys)).map(({ name }) => name)).toEqual(['Atslēga', 'itself'])
})

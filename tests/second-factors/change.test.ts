import { expect, test } from 'vitest'
import { authenticators, factorsAsked, recoveryCodes, sessions } from '../../db/schema.ts'
import { hashOf } from '../../server/secrets.ts'
import { dump } from '../dump.ts'
import { type Browser, linksOf, visit } from '../organisers/visits.ts'
import { readQr } from '../qr-reader.ts'
import { signedInAs, testApp, world } from '../world.ts'
import { addApp, codeOf, guarded, recoveryCodesIn, second, show, toldOf, withLink, wrongCode } from './cast.ts'

test('an app is added by its key or its QR code, and counts once its code is typed', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const { browser } = await withLink(app, db, owner)
  await visit(app, browser, { method: 'POST', url: `${second}/app` })
  const { body } = await visit(app, browser, { url: `${second}/app` })
  const [asked] = await db.select().from(factorsAsked)
  expect(asked).toMatchObject({ kind: 'app', holderHash: hashOf(browser.get('session') ?? '') })
  expect(body.replaceAll(' ', '')).toContain(`${asked?.secret}`)
  expect(await readQr(drawn(body))).toBe(
    `otpauth://totp/Kop%C4%81:ilze%40example.org?issuer=Kop%C4%81&secret=${asked?.secret}&algorithm=SHA1&digits=6&period=30`,
  )

  const wrong = await visit(app, browser, {
    url: `${second}/app/confirm`,
    fields: { code: wrongCode(app, `${asked?.secret}`) },
  })
  expect([wrong.statusCode, await db.select().from(authenticators)]).toEqual([422, []])
  const { secret, codes, confirmed } = await addApp(app, browser)
  expect([secret, confirmed.statusCode, confirmed.headers['cache-control']]).toEqual([
    asked?.secret,
    200,
    'private, no-store',
  ])
  expect([codes.length, new Set(codes).size]).toEqual([10, 10])
  expect(await db.select().from(authenticators)).toMatchObject([{ organiserId: owner.id, secret }])
  expect(await db.select().from(factorsAsked)).toEqual([])
  const kept = JSON.stringify(await db.select().from(recoveryCodes))
  expect(codes.filter((code) => kept.includes(code) || kept.includes(code.replaceAll('-', '')))).toEqual([])
  expect((await visit(app, browser, { url: second })).body).not.toContain(secret)
})

test('whoever signs in at the very moment at which a factor is added does not slip past it', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const { browser } = await withLink(app, db, owner)
  await visit(app, browser, { method: 'POST', url: `${second}/app` })
  const [asked] = await db.select().from(factorsAsked)
  const confirming = { url: `${second}/app/confirm`, fields: { code: codeOf(app, `${asked?.secret}`) } }
  const others = [1, 2, 3, 4].map(() => withLink(app, db, owner))
  const [confirmed] = await Promise.all([visit(app, browser, confirming), ...others])
  expect(confirmed.statusCode).toBe(200)
  expect((await db.select().from(sessions)).map(({ idHash }) => idHash)).toEqual([hashOf(browser.get('session') ?? '')])
})

test('sending the code again adds nothing and shows no codes', async () => {
  const { app, db, browser, secret } = await guarded()
  const before = await dump(db)
  const again = await visit(app, browser, { url: `${second}/app/confirm`, fields: { code: codeOf(app, secret) } })
  expect([again.statusCode, again.headers.location, await dump(db)]).toEqual([303, second, before])
})

test('a secret that is not confirmed within ten minutes is nothing', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const { browser } = await withLink(app, db, owner)
  await visit(app, browser, { method: 'POST', url: `${second}/app` })
  const [asked] = await db.select().from(factorsAsked)
  app.clock.now = app.clock.now.add({ minutes: 10 })
  const late = await visit(app, browser, {
    url: `${second}/app/confirm`,
    fields: { code: codeOf(app, `${asked?.secret}`) },
  })
  expect([late.headers.location, await db.select().from(authenticators)]).toEqual([`${second}/prove`, []])
})

test('every change ends all other sessions, half ones too, and tells its owner', async () => {
  const { db, owner, organiser } = await world()
  const app = await testApp(db)
  const { browser } = await withLink(app, db, owner)
  const elsewhere = async () => {
    const planted = await withLink(app, db, owner)
    return planted.browser
  }
  const theirs = await signedInAs(db, organiser)
  const before = await elsewhere()
  const { secret } = await addApp(app, browser)
  expect((await visit(app, before, { url: '/organise' })).headers.location).toBe('/sign-in')

  const changes = [`${second}/recovery-codes`, `${second}/app/remove`]
  for (const [nth, url] of changes.entries()) {
    app.clock.now = app.clock.now.add({ minutes: 1 })
    const [whole, half] = [await elsewhere(), await elsewhere()]
    expect((await show(app, whole, { code: codeOf(app, secret) })).headers.location).toBe('/organise')
    await visit(app, browser, { method: 'POST', url })
    expect((await visit(app, whole, { url: '/organise' })).headers.location).toBe('/sign-in')
    expect((await visit(app, half, { url: '/sign-in/second' })).headers.location).toBe('/sign-in')
    expect([nth, (await visit(app, browser, { url: '/organise' })).statusCode]).toEqual([nth, 200])
  }
  expect((await app.inject({ url: '/organise', headers: theirs })).statusCode).toBe(200)
  expect(await toldOf(db, owner)).toEqual(['app-added', 'codes-new', 'app-removed'])
  expect(await toldOf(db, organiser)).toEqual([])
})

test('with the last factor go the recovery codes, and the link alone is enough again', async () => {
  const { app, db, owner, browser } = await guarded()
  await visit(app, browser, { method: 'POST', url: `${second}/app/remove` })
  expect([await db.select().from(authenticators), await db.select().from(recoveryCodes)]).toEqual([[], []])
  expect((await withLink(app, db, owner)).location).toBe('/organise')
  const nothing = await visit(app, browser, { method: 'POST', url: `${second}/recovery-codes` })
  expect([nothing.headers.location, await db.select().from(recoveryCodes)]).toEqual([second, []])
})

test('new recovery codes take the place of the former ones', async () => {
  const { app, db, owner, browser, codes } = await guarded()
  const made = await visit(app, browser, { method: 'POST', url: `${second}/recovery-codes` })
  const fresh = recoveryCodesIn(made.body)
  expect([fresh.length, fresh.filter((code) => codes.includes(code))]).toEqual([10, []])
  const half = await withLink(app, db, owner)
  expect((await show(app, half.browser, { recovery: codes[1] ?? '' })).statusCode).toBe(422)
  expect((await show(app, half.browser, { recovery: fresh[1] ?? '' })).headers.location).toBe('/organise')
})

/** The code on the page, large enough for a camera. */
function drawn(body: string): Buffer {
  const [svg = ''] = /<svg class="qr".*?<\/svg>/s.exec(body) ?? []
  return Buffer.from(svg.replace('<svg ', '<svg width="600" height="600" '))
}

const changing = ['/app', '/app/remove', '/passkeys', '/passkeys/some-id/remove', '/recovery-codes']

test('ten minutes after signing in, changes wait until the second factor is shown again', async () => {
  const { app, db, browser, secret } = await guarded()
  app.clock.now = app.clock.now.add({ minutes: 10 })
  const before = await dump(db)
  for (const change of changing) {
    const refused = await visit(app, browser, { method: 'POST', url: second + change })
    expect([change, refused.headers.location]).toEqual([change, `${second}/prove`])
  }
  expect((await visit(app, browser, { method: 'POST', url: `${second}/passkeys/challenge` })).statusCode).toBe(409)
  expect(await dump(db)).toEqual(before)
  const page = await visit(app, browser, { url: second })
  expect([page.body.includes(`href="${second}/prove"`), page.body.includes('app/remove')]).toEqual([true, false])

  const former = new Map(browser)
  const wrong = await visit(app, browser, { url: `${second}/prove`, fields: { code: wrongCode(app, secret) } })
  expect(wrong.statusCode).toBe(422)
  const proven = await visit(app, browser, { url: `${second}/prove`, fields: { code: codeOf(app, secret) } })
  expect([proven.headers.location, browser.get('session') === former.get('session')]).toEqual([second, false])
  expect((await visit(app, former, { url: '/organise' })).headers.location).toBe('/sign-in')
  expect((await visit(app, browser, { url: second })).body).toContain('app/remove')
  expect((await db.select().from(sessions)).length).toBe(1)
})

test('showing it again is limited like signing in', async () => {
  const { app, browser, secret } = await guarded()
  app.clock.now = app.clock.now.add({ minutes: 10 })
  const prove = (code: string) => visit(app, browser, { url: `${second}/prove`, fields: { code } })
  const statuses = []
  for (let tries = 0; tries < 10; tries++) statuses.push((await prove(wrongCode(app, secret))).statusCode)
  expect([new Set(statuses), (await prove(codeOf(app, secret))).statusCode]).toEqual([new Set([422]), 429])
})

test('somebody who has none yet signs in anew by a letter before they add the first', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const { browser } = await withLink(app, db, owner)
  app.clock.now = app.clock.now.add({ minutes: 10 })
  expect((await visit(app, browser, { method: 'POST', url: `${second}/app` })).headers.location).toBe(`${second}/prove`)
  expect((await visit(app, browser, { url: `${second}/prove` })).headers.location).toBe(second)
  const page = await visit(app, browser, { url: second })
  expect(page.body).toMatch(/action="\/sign-in"><input type="hidden" name="email" value="ilze@example.org">/)
  const asked = await visit(app, browser, { url: '/sign-in', fields: { email: owner.email } })
  expect([asked.headers.location, (await linksOf(db)).length]).toEqual(['/sign-in/asked', 2])
})

test('nobody removes, or sees, what is another organiser’s', async () => {
  const { app, db, organiser, secret } = await guarded()
  const { browser } = await withLink(app, db, organiser)
  const before = await dump(db)
  for (const change of ['/app/remove', '/recovery-codes', '/passkeys/some-id/remove'])
    await visit(app, browser, { method: 'POST', url: second + change })
  expect(await dump(db)).toEqual(before)
  const seen: Browser = new Map(browser)
  for (const page of ['', '/app', '/prove'])
    expect((await visit(app, seen, { url: second + page })).body).not.toContain(secret)
})

import { HtmlValidate } from 'html-validate'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, letters, meetings, registrations } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { queueLetter } from '../../server/mail/queue.ts'
import { register } from '../../server/registrations/register.ts'
import { newReplyToken } from '../../server/secrets.ts'
import { isMessageKey } from '../../views/say.ts'
import { liga, noor } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { post, postOffice } from './post-office.ts'

const english = { 'accept-language': 'en' }

test('without a mail server organisers read every letter in the browser and as a file', async () => {
  const { app, headers, letter, address } = await outbox()
  const list = await app.inject({ url: '/organise/gen-y-city/letters', headers })
  expect(list.statusCode).toBe(200)
  expect(list.body).toContain('noor@example.org')
  expect(list.body).toContain('No mail server is set up')

  const page = await app.inject({ url: address, headers })
  expect(page.body).toContain('You’re in: Kick-off')
  expect(page.body).toContain(`/mine/${letter.token}`)
  expect(page.body).toContain(`&lt;${letter.id}@localhost&gt;`)
  expect(page.headers['content-security-policy']).toContain("frame-src 'self'")
  expect(page.headers['cache-control']).toBe('private, no-store')

  const file = await app.inject({ url: `${address}/letter.eml`, headers })
  expect(file.headers['content-type']).toBe('message/rfc822')
  const mail = await simpleParser(file.rawPayload)
  expect(mail.subject).toBe('You’re in: Kick-off')
  expect(mail.attachments.map(({ contentType }) => contentType)).toEqual([
    ...['image/png', 'text/calendar', 'application/ics'],
  ])
})

test('where a mail server takes the letters, organisers read them without the links that let their readers in', async () => {
  const { db, headers, letter, address, project, kickoff, pupils } = await outbox()
  const child = { ...liga, groupId: pupils.id, birthYear: 2015, ageBand: 'child' as const }
  await register(db, project, kickoff, { ...child, guardianEmail: 'anna@example.org' }, now)
  const app = await testApp(db, { SMTP_URL: 'smtp://localhost:2525' })
  const all = await db.select().from(letters)
  expect(all.map(({ kind }) => kind).sort()).toEqual(['child-request', 'confirmation', 'held'])
  for (const { id, token } of all) {
    const url = address.replace(letter.id, id)
    const page = (await app.inject({ url, headers })).body
    expect(page).toMatch(/Links to people’s own pages are left out[\s\S]*\/(mine|child)\/…/)
    const file = await simpleParser((await app.inject({ url: `${url}/letter.eml`, headers })).rawPayload)
    const frame = (await app.inject({ url: `${url}/html`, headers })).body
    for (const shown of [page, frame, file.text, file.html]) expect(shown).not.toContain(token ?? expect.unreachable())
  }
})

test('nor do they read the secret address to which a calendar answers for its owner', async () => {
  const { db, headers, address } = await outbox()
  const app = await testApp(db, { SMTP_URL: 'smtp://localhost:2525', INBOUND: 'pipe', MAIL_FROM: 'kopa@example.org' })
  await db.transact((tx) => tx.update(registrations).set({ replyToken: newReplyToken() }), { touches: 'nothing' })
  const { attachments } = await simpleParser((await app.inject({ url: `${address}/letter.eml`, headers })).rawPayload)
  expect(attachments).toHaveLength(2)
  for (const { content } of attachments)
    expect(content.toString().replaceAll('\r\n ', '')).toMatch(/ORGANIZER[^\r]*:mailto:kopa\+…@example\.org\r/i)
})

test('every kind of letter has a name in the list', () => {
  const nameless = Object.keys(writers).filter((kind) => !isMessageKey(`mail.kind.${kind}`))
  expect(nameless).toEqual([])
})

test('the page of a letter is valid, whatever the meeting is called', async () => {
  const { app, headers, db, kickoff, address } = await outbox()
  const title = { en: '<img src=x onerror=alert(1)> "quoted" & \'single\'' }
  await db.transact((tx) => tx.update(meetings).set({ title }).where(eq(meetings.id, kickoff.id)), {
    touches: 'everything',
  })
  const { body } = await app.inject({ url: address, headers })
  expect(body).not.toContain('<img')
  const rules = { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-implicit-button-type': 'off' } as const
  const report = await new HtmlValidate({ extends: ['html-validate:standard'], rules }).validateString(body)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
})

test('the HTML of a letter comes in a sandbox, with nothing it could load', async () => {
  const { app, headers, address } = await outbox()
  const frame = await app.inject({ url: `${address}/html`, headers })
  expect(frame.headers['content-security-policy']).toBe(
    "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  )
  expect(frame.body).toMatch(/^<!doctype html>\n<html lang="en">/)
  expect(frame.body).not.toMatch(/<script|<img|<link|@import|url\(/i)
})

test('the list is filtered by its address', async () => {
  const { app, headers, db, project, kickoff, pupils } = await outbox()
  const office = await postOffice()
  await post(db, office.url, now)
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  const sent = await app.inject({ url: '/organise/gen-y-city/letters?state=sent', headers })
  expect(sent.body).toContain('noor@example.org')
  expect(sent.body).not.toContain('liga@example.org')
  const waiting = await app.inject({ url: '/organise/gen-y-city/letters?state=waiting&page=1', headers })
  expect(waiting.body).toContain('liga@example.org')
  expect(waiting.body).not.toContain('noor@example.org')
  const nonsense = await app.inject({ url: '/organise/gen-y-city/letters?state=nonsense&page=-9e99', headers })
  expect(nonsense.statusCode).toBe(200)
})

test('a failed letter shows what the server said, and is tried again when an organiser says so', async () => {
  const { app, headers, db, letter, address, organiser } = await outbox()
  const office = await postOffice((n) => (n === 1 ? { code: 550, at: 'RCPT' } : 'take'))
  await post(db, office.url, now)
  expect((await app.inject({ url: address, headers })).body).toContain('550 Not today')

  app.clock.now = now.add({ hours: 20 })
  const retried = await app.inject({ method: 'POST', url: `${address}/retry`, headers })
  expect(retried.statusCode).toBe(303)
  await app.inject({ method: 'POST', url: `${address}/retry`, headers })
  await post(db, office.url, app.clock.now)
  const [sent] = await db.select().from(letters)
  expect(sent).toMatchObject({ id: letter.id, sentAt: app.clock.now, attempts: 1, ending: null })
  const done = await db.select().from(history).where(eq(history.deed, 'letter.retried'))
  expect(done.map(({ organiserId }) => organiserId)).toEqual([organiser.id])
})

test('nobody reads the letters of another project, nor the links that sign organisers in', async () => {
  const { app, db, letter, address, outsider, owner } = await outbox()
  await db.transact(
    (tx) =>
      queueLetter(
        tx,
        { kind: 'sign-in', organiserId: owner.id, recipient: owner.email, locale: 'lv', token: 'secret' },
        now,
      ),
    { touches: 'nothing' },
  )
  const stranger = await signedInAs(db, outsider)
  for (const url of [address, `${address}/html`, `${address}/letter.eml`, '/organise/gen-y-city/letters']) {
    expect((await app.inject({ url, headers: stranger })).statusCode).toBe(404)
  }
  const smuggled = address.replace('gen-y-city', 'other-city')
  for (const url of [smuggled, `${smuggled}/html`, `${smuggled}/letter.eml`]) {
    expect((await app.inject({ url, headers: stranger })).statusCode).toBe(404)
  }
  expect((await app.inject({ method: 'POST', url: `${smuggled}/retry`, headers: stranger })).statusCode).toBe(404)

  const member = { ...(await signedInAs(db, owner)), ...english }
  const [signIn] = await db.select().from(letters).where(eq(letters.kind, 'sign-in'))
  expect((await app.inject({ url: '/organise/gen-y-city/letters', headers: member })).body).not.toContain(owner.email)
  const reached = await app.inject({ url: address.replace(letter.id, signIn?.id ?? ''), headers: member })
  expect(reached.statusCode).toBe(404)
})

async function outbox() {
  const places = await world()
  const { db, project, kickoff, pupils, organiser } = places
  const app = await testApp(db)
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [letter = expect.unreachable()] = await db.select().from(letters)
  const headers = { ...(await signedInAs(db, organiser)), ...english }
  return { ...places, app, letter, headers, address: `/organise/gen-y-city/letters/${letter.id}` }
}

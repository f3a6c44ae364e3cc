import { expect, test } from 'vitest'
import { and, eq, isNotNull } from '../../db/drizzle.ts'
import { letters, mailings, unsubscribed } from '../../db/schema.ts'
import { readConfig } from '../../server/config.ts'
import { jobs } from '../../server/jobs.ts'
import { suppress } from '../../server/mail/suppressed.ts'
import { progressOf } from '../../server/mailings/queries.ts'
import { stateOf } from '../../server/mailings/state.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetRegistrations } from '../../server/retention/forget-registrations.ts'
import { unsubscribeToken } from '../../server/unsubscribe/links.ts'
import { addressHash } from '../../server/unsubscribe/unsubscribed.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { registrationBy } from '../registrations/places.ts'
import { now } from '../world.ts'
import { draftIn } from './cast.ts'
import { guest, mailingDesk } from './desk.ts'

const soon = now.add({ minutes: 1 })

test('everybody with a place gets one letter in their language, however often it is sent', {
  timeout: 60_000,
}, async () => {
  const desk = await mailingDesk(5)
  const { db, send, queued, deeds } = desk
  const mailing = await draftIn(desk)
  const twice = await Promise.all([1, 2].map(() => send(`/${mailing.id}/send`, { people: '5' })))
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  await send(`/${mailing.id}/send`, { people: '5' })
  expect((await queued(mailing)).map(({ urgency }) => urgency)).toEqual([2, 2, 2, 2, 2])
  const { url, received } = await postOffice()
  await post(db, url, soon)
  await post(db, url, soon.add({ minutes: 1 }))
  expect(received.flatMap(({ to }) => to).toSorted()).toEqual([0, 1, 2, 3, 4].map((nth) => guest(nth).email).toSorted())
  const subjects = Object.fromEntries(received.map(({ to, mail }) => [to[0], mail.subject]))
  expect([subjects[guest(0).email], subjects[guest(1).email]]).toEqual(['Bring water', 'Paņem ūdeni'])
  const [first] = received
  expect(first?.raw).not.toMatch(/List-Unsubscribe/i)
  expect(first?.mail.text).toContain('https://kopa.example.org/mine/')
  expect(await deeds()).toEqual(['mailing.started'])
})

test('an audience that has changed since it was counted gets nothing before it is counted anew', async () => {
  const desk = await mailingDesk(3)
  const { send, queued } = desk
  const mailing = await draftIn(desk)
  const newcomer = { name: 'New', email: 'new@example.org', locale: 'en' as const, groupId: desk.pupils.id }
  await register(desk.db, desk.project, desk.kickoff, newcomer, now)
  const answer = await send(`/${mailing.id}/send`, { people: '3' })
  expect([answer.statusCode, answer.body.includes('Send to 4 people')]).toEqual([409, true])
  expect(await queued(mailing)).toEqual([])
  expect((await send(`/${mailing.id}/send`, { people: '4' })).statusCode).toBe(303)
  expect(await queued(mailing)).toHaveLength(4)
})

test('what a server that died left half queued goes on by itself: without doubles, and not to whoever came since', {
  timeout: 60_000,
}, async () => {
  const desk = await mailingDesk(250)
  const { db, send, queued } = desk
  const mailing = await draftIn(desk)
  await send(`/${mailing.id}/send`, { people: '250' })
  // As it is after the first portion: what came later is not there.
  const all = await queued(mailing)
  const later = all.toSorted((a, b) => (a.once ?? '').localeCompare(b.once ?? '')).slice(0, 50)
  await db.transact(
    async (tx) => {
      for (const { id } of later) await tx.delete(letters).where(eq(letters.id, id))
      await tx.update(mailings).set({ queuedAt: null })
    },
    { touches: 'nothing' },
  )
  const newcomer = { name: 'New', email: 'new@example.org', locale: 'en' as const, groupId: desk.pupils.id }
  await register(db, desk.project, desk.kickoff, newcomer, soon)
  const config = readConfig({})
  const job = jobs(db, config, new AbortController().signal, { warn() {} }).find(
    ({ name }) => name === 'queue mailings',
  )
  await Promise.all([job?.run(soon), job?.run(soon)])
  const after = await queued(mailing)
  expect(new Set(after.map(({ recipient }) => recipient))).toEqual(new Set(all.map(({ recipient }) => recipient)))
  expect(after).toHaveLength(250)
  const [kept] = await db.select().from(mailings)
  expect(kept?.queuedAt?.equals(soon)).toBe(true)
})

test('paused in the middle nothing more goes, resumed the rest does, stopped it never does', {
  timeout: 60_000,
}, async () => {
  const desk = await mailingDesk(200)
  const { db, send, queued, deeds } = desk
  const mailing = await draftIn(desk)
  await send(`/${mailing.id}/send`, { people: '200' })
  let pausing: Promise<unknown> | undefined
  const { url, received } = await postOffice((n) => {
    if (n === 60) pausing = send(`/${mailing.id}/pause`)
    return 'take'
  })
  await post(db, url, soon)
  await pausing
  const early = received.length
  expect(early).toBeGreaterThanOrEqual(60)
  expect(early).toBeLessThan(120)
  expect(await stateNow(desk, mailing)).toBe('paused')
  await post(db, url, soon.add({ minutes: 20 }))
  expect(received).toHaveLength(early)

  await send(`/${mailing.id}/resume`)
  expect(await stateNow(desk, mailing)).toBe('sending')
  await send(`/${mailing.id}/pause`)
  await send(`/${mailing.id}/stop`)
  await send(`/${mailing.id}/resume`)
  await post(db, url, soon.add({ minutes: 40 }))
  expect([received.length, await stateNow(desk, mailing)]).toEqual([early, 'stopped'])
  const left = (await queued(mailing)).filter(({ sentAt }) => sentAt === null)
  expect(new Set(left.map(({ ending }) => ending))).toEqual(new Set(['dropped']))
  expect(await deeds()).toEqual([
    'mailing.started',
    'mailing.paused',
    'mailing.resumed',
    'mailing.paused',
    'mailing.stopped',
  ])
})

test('news go not to whoever has unsubscribed, been erased, left or turned out to have no mailbox, before or since', {
  timeout: 60_000,
}, async () => {
  const desk = await mailingDesk(8)
  const { db, project, kickoff, get, send } = desk
  const mailing = await draftIn(desk, { kind: 'news' })
  const out = async (nth: number) => {
    const row = { projectId: project.id, addressHash: addressHash(guest(nth).email.toUpperCase()), at: now }
    await db.transact((tx) => tx.insert(unsubscribed).values(row), { touches: 'nothing' })
  }
  const dead = async (nth: number) =>
    await db.transact((tx) => suppress(tx, guest(nth).email, { reason: 'refused', answer: '' }, now), {
      touches: 'nothing',
    })
  await out(0)
  await dead(1)
  const { body } = await get(`/${mailing.id}`)
  for (const part of ['6 people get it', 'Want no news: 1', 'The address does not exist, a mail server said: 1'])
    expect(body).toContain(part)
  await send(`/${mailing.id}/send`, { people: '6' })

  await out(2)
  await dead(3)
  const erased = await registrationBy(db, guest(4))
  await db.transact((tx) => forgetRegistrations(tx, [erased.id]), { touches: 'nothing' })
  await cancel(db, project, kickoff, await registrationBy(db, guest(5)), now)
  const { url, received } = await postOffice()
  await post(db, url, soon)
  const news = received.filter(({ mail }) => /Bring|Paņem/.test(mail.subject ?? ''))
  expect(news.flatMap(({ to }) => to).toSorted()).toEqual([guest(6).email, guest(7).email])
})

test('every letter with news stops them with one click: both headers, one address, which is also in its text', async () => {
  const desk = await mailingDesk(1)
  const { db, app, project, send, queued } = desk
  const mailing = await draftIn(desk, { kind: 'news' })
  await send(`/${mailing.id}/send`, { people: '1' })
  const { url, received } = await postOffice()
  const [letter] = await queued(mailing)
  await post(db, url, soon)
  const raw = received[0]?.raw ?? ''
  const link = `https://kopa.example.org/unsubscribe/${unsubscribeToken(letter?.token ?? '')}`
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, ' ')
  expect(headers).toContain(`List-Unsubscribe: <${link}>\r\n`)
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  expect(received[0]?.mail.text).toContain(link)

  const path = new URL(link).pathname
  expect((await app.inject({ url: path })).statusCode).toBe(200)
  expect(await db.select().from(unsubscribed)).toEqual([])
  const boundary = 'x'
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`
  const bodies = [
    { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } },
    { payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ]
  for (const body of bodies) {
    const answer = await app.inject({ method: 'POST', url: path, ...body })
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([200, undefined])
  }
  const rows = await db.select().from(unsubscribed)
  expect(rows.map(({ projectId, addressHash: hash }) => [projectId, hash])).toEqual([
    [project.id, addressHash(guest(0).email)],
  ])
  expect(await registrationBy(db, guest(0))).toMatchObject({ status: 'confirmed' })
  // The same secret opens nothing else, and the page takes it back.
  expect((await app.inject({ url: path.replace('unsubscribe', 'mine') })).statusCode).toBe(404)
  expect((await app.inject({ method: 'POST', url: `${path}/undo` })).statusCode).toBe(303)
  expect(await db.select().from(unsubscribed)).toEqual([])
})

test('whoever stopped the news is still told about the meeting, and still gets the news of other projects', async () => {
  const desk = await mailingDesk(1)
  const { db, foreign, project, send, queued } = desk
  const hash = addressHash(guest(0).email)
  await db.transact((tx) => tx.insert(unsubscribed).values({ projectId: foreign.id, addressHash: hash, at: now }), {
    touches: 'nothing',
  })
  const news = await draftIn(desk, { kind: 'news' })
  await send(`/${news.id}/send`, { people: '1' })
  expect(await queued(news)).toHaveLength(1)
  await db.transact((tx) => tx.insert(unsubscribed).values({ projectId: project.id, addressHash: hash, at: now }), {
    touches: 'nothing',
  })
  const about = await draftIn(desk)
  await send(`/${about.id}/send`, { people: '1' })
  const { url, received } = await postOffice()
  await post(db, url, soon)
  expect(received).toHaveLength(1)
  expect(received[0]?.raw).not.toMatch(/List-Unsubscribe/i)
})

test('a test goes to whoever asks for it alone, says that it is one, and has nobody’s link in it', async () => {
  const desk = await mailingDesk(2)
  const { db, send } = desk
  const mailing = await draftIn(desk, { kind: 'news' })
  const once = crypto.randomUUID()
  for (const _ of [1, 2]) await send(`/${mailing.id}/test`, { language: 'en', once })
  const { url, received } = await postOffice()
  await post(db, url, soon)
  expect(received.map(({ to, mail }) => [to, mail.subject])).toEqual([[[desk.organiser.email], '[Test] Bring water']])
  const [{ mail }] = received as [(typeof received)[0]]
  expect(`${mail.text}${mail.html}`).not.toMatch(/\/(mine|unsubscribe)\//)
  const letter = await db
    .select()
    .from(letters)
    .where(and(eq(letters.kind, 'message-test'), isNotNull(letters.sentAt)))
  expect(letter.map(({ urgency }) => urgency)).toEqual([1])
})

async function stateNow({ db }: Awaited<ReturnType<typeof mailingDesk>>, { id }: { id: string }) {
  const [mailing] = await db.select().from(mailings).where(eq(mailings.id, id))
  const progress = (await progressOf(db, [{ id }])).get(id)
  if (!mailing || !progress) throw new Error('no mailing')
  return stateOf(mailing, progress)
}

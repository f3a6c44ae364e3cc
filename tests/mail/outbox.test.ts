import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { deliveries, history, type Letter, letters } from '../../db/schema.ts'
import { actOn } from '../../server/mail/outbox/deeds.ts'
import { setWords } from '../../server/mail/outbox/words.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { shift } from './edit.ts'
import { post, postOffice } from './post-office.ts'

const english = { 'accept-language': 'en' }
const words = { subject: 'Come <early>', lead: 'Bring water.\nAnd "shoes".' }

test('a held letter stays until it is let go, and holds up no other; each deed is done once and written down', async () => {
  const { db, app, letter, act, organiser, kickoff, project, pupils, one } = await outbox()
  await act('hold')
  await act('hold')
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  const office = await postOffice()
  await post(db, office.url, now.add({ seconds: 1 }))
  expect(office.received.map(({ to }) => to)).toEqual([['liga@example.org']])
  expect((await app.see('')).body).toContain('Held by Andris Vanags since')

  app.clock.now = now.add({ hours: 100 })
  await act('let-go')
  await act('let-go')
  await post(db, office.url, app.clock.now)
  expect(office.received).toHaveLength(2)
  expect(await one()).toMatchObject({ sentAt: app.clock.now, heldAt: null })
  const steps = await db.select().from(deliveries).where(eq(deliveries.letterId, letter.id)).orderBy(deliveries.at)
  expect(steps.filter(({ organiserId }) => organiserId === organiser.id).map(({ outcome }) => outcome)).toEqual([
    'held',
    'freed',
  ])
  const done = await db.select().from(history).where(eq(history.organiserId, organiser.id))
  expect(done.map(({ deed, facts, meetingId }) => [deed, facts, meetingId])).toEqual([
    ['letters.held', { count: '1' }, kickoff.id],
    ['letters.freed', { count: '1' }, kickoff.id],
  ])
})

test('the time a letter was held does not count against the three days in which it is tried', async () => {
  const { db, app, act, one } = await outbox()
  await act('hold')
  app.clock.now = now.add({ hours: 24 * 5 })
  await act('let-go')
  const office = await postOffice((n) => (n === 1 ? { code: 451, at: 'RCPT' } : 'take'))
  await post(db, office.url, app.clock.now)
  expect(await one()).toMatchObject({ ending: null, sentAt: null })
  await post(db, office.url, app.clock.now.add({ minutes: 10 }))
  expect(office.received).toHaveLength(1)
})

test('an organiser’s words go in place of the subject and the first lines, escaped once; everything else stays', async () => {
  const { db, app, letter, one } = await outbox()
  const form = (await app.see('/words')).body
  expect(form).toContain('value="You’re in: Kick-off"')
  expect((await app.send('/words', words)).statusCode).toBe(303)
  await app.send('/words', words)
  expect(await one()).toMatchObject({ words })
  const page = (await app.see('')).body
  expect(page).toContain('Come &lt;early&gt;')
  expect(page).toContain('In your own words')

  const office = await postOffice()
  await post(db, office.url, now)
  const [received = expect.unreachable()] = office.received
  const { mail } = received
  expect(mail.subject).toBe('Come <early>')
  expect(mail.text).toMatch(/^Bring water\.\nAnd "shoes"\./)
  expect(mail.html).toContain('Bring water.<br>And &quot;shoes&quot;.')
  expect(mail.html).not.toContain('You’re in')
  expect(mail.text).toContain(`/mine/${letter.token}`)
  expect(mail.attachments.map(({ contentType }) => contentType)).toEqual([
    'image/png',
    'text/calendar',
    'application/ics',
  ])
  expect(await db.select().from(deliveries).where(eq(deliveries.outcome, 'edited'))).toHaveLength(1)
})

test('words that cannot be sent are refused beside their field, and the usual ones come back', async () => {
  const { app, one } = await outbox()
  const bad = [
    [{ ...words, subject: '' }, 'subject'],
    [{ ...words, subject: 'two\nlines' }, 'subject'],
    [{ ...words, subject: 'x'.repeat(201) }, 'subject'],
    [{ ...words, subject: 'About {title}' }, 'subject'],
    [{ ...words, lead: ' ​ ' }, 'lead'],
    [{ ...words, lead: 'bell \u0007' }, 'lead'],
    [{ ...words, lead: 'x'.repeat(3001) }, 'lead'],
  ] as const
  for (const [typed, field] of bad) {
    const refused = await app.send('/words', typed)
    expect([refused.statusCode, refused.body.includes(`id="field-${field}-problem"`)]).toEqual([422, true])
  }
  expect((await one()).words).toBeNull()
  await app.send('/words', words)
  expect((await app.see('/words')).body).toContain('Back to the usual words')
  await app.send('/usual-words', {})
  expect((await one()).words).toBeNull()
})

test('words for a letter that has gone, been overtaken or dropped come too late, and are kept for copying', async () => {
  const { db, app, letter, act, project, kickoff, registration } = await outbox()
  const late = async () => {
    const { statusCode, body } = await app.send('/words', words)
    expect(body).toContain('Bring water.\nAnd &quot;shoes&quot;.')
    return [statusCode, /role="alert"><p>([^<]+)/.exec(body)?.[1]]
  }
  await claim(db, letter, now.add({ minutes: 5 }))
  expect(await late()).toEqual([409, 'This letter is on its way at this moment.'])
  await act('drop')
  await act('hold')
  expect(await db.select().from(history).where(eq(history.deed, 'letters.dropped'))).toEqual([])
  await claim(db, letter, null)
  await act('drop')
  expect(await late()).toEqual([409, 'This letter was dropped. Take it back first, then change its words.'])
  await act('send-after-all')
  await cancel(db, project, kickoff, registration, now)
  expect((await late())[1]).toMatch(/^What happened since has overtaken this letter/)
  const stays = await db.select().from(letters).where(eq(letters.id, letter.id))
  expect(stays).toMatchObject([{ ending: 'overtaken', words: null }])
})

test('a dropped letter does not go; taken back within a week it does', async () => {
  const { db, app, act, one } = await outbox()
  const confirm = (await app.see('/drop')).body
  expect(confirm).toContain('noor@example.org will not hear of this')
  expect(confirm).toContain('left without their link')
  await act('drop')
  await act('drop')
  const office = await postOffice()
  await post(db, office.url, now)
  expect(office.received).toEqual([])
  expect(await one()).toMatchObject({ ending: 'dropped', endedAt: now })

  app.clock.now = now.add({ hours: 7 * 24 - 1 })
  expect((await app.see('')).body).toContain('Send it after all')
  await act('send-after-all')
  await post(db, office.url, app.clock.now)
  expect(office.received).toHaveLength(1)
  await act('send-after-all')
  expect(await one()).toMatchObject({ ending: null, sentAt: app.clock.now })
})

test('after a week nobody takes a dropped letter back', async () => {
  const { app, act, one } = await outbox()
  await act('drop')
  app.clock.now = now.add({ hours: 7 * 24 })
  expect((await app.see('')).body).not.toContain('Send it after all')
  await act('send-after-all')
  expect(await one()).toMatchObject({ ending: 'dropped' })
})

test('sent now, a letter waits for no quota, no pause and no organiser', async () => {
  const { db, act, letter, one } = await outbox()
  await db.transact(
    (tx) =>
      tx
        .update(letters)
        .set({ dueAt: now.add({ hours: 20 }) })
        .where(eq(letters.id, letter.id)),
    { touches: 'nothing' },
  )
  await act('hold')
  await act('send-now')
  await act('send-now')
  expect(await one()).toMatchObject({ heldAt: null, dueAt: now })
  const hurried = await db.select().from(history).where(eq(history.deed, 'letters.hurried'))
  expect(hurried).toHaveLength(1)
})

test('a held letter is overtaken like any other; one that absorbs a change keeps its own words', async () => {
  const there = await outbox()
  const { db, app, act, letter, one, project, kickoff, registration } = there
  await act('hold')
  await app.send('/words', words)
  app.clock.now = now.add({ minutes: 1 })
  await shift(there, 2, app.clock.now)
  expect(await db.select().from(letters)).toHaveLength(1)
  expect(await one()).toMatchObject({ id: letter.id, words, heldAt: now })
  expect((await app.see('')).body).toContain('The meeting has changed since')

  await cancel(db, project, kickoff, registration, app.clock.now)
  expect(await one()).toMatchObject({ ending: 'overtaken' })
})

test('a letter that takes the place of one of its kind is in the same words, and held as that was', async () => {
  const there = await outbox()
  const { db, project, kickoff, organiser: by } = there
  const office = await postOffice((n) => (n === 2 ? 'hang up after the end' : 'take'))
  await post(db, office.url, now)
  await shift(there, 1, now.add({ minutes: 1 }))
  await post(db, office.url, now.add({ minutes: 2 }))
  const [changed = expect.unreachable()] = await waiting()
  const moment = now.add({ minutes: 3 })
  expect(await setWords(db, project, changed, words, by, moment)).toBe(true)
  await actOn(db, 'hold', { project, which: eq(letters.id, changed.id), by, now: moment })
  await shift(there, 1, now.add({ minutes: 4 }))
  const [next = expect.unreachable(), ...others] = await waiting()
  expect(others).toEqual([])
  expect(next.id).not.toBe(changed.id)
  expect(next).toMatchObject({ kind: 'changed', words, heldAt: moment })
  await shift(there, -2, now.add({ minutes: 5 }))
  expect((await waiting()).map(({ id, words }) => [id, words?.subject])).toEqual([[next.id, words.subject]])
  expect(kickoff.id).toBe(next.meetingId)

  async function waiting() {
    return (await db.select().from(letters)).filter(({ sentAt, endedAt }) => !sentAt && !endedAt)
  }
})

test('everything that waits in a look is held, let go or dropped together, after its count was shown', async () => {
  const { db, all, project, kickoff, pupils, open } = await outbox()
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  const list = await open('')
  expect(list.body).toContain('2 letters wait in this selection')
  const confirm = await open('/all?deed=hold&to=LIGA')
  expect(confirm.body).toContain('Hold 1 letter')
  const upto = /name="upto" value="([^"]+)"/.exec(confirm.body)?.[1] ?? ''
  const late = { ...noor, email: 'liga2@example.org', groupId: pupils.id }
  await register(db, project, kickoff, late, now.add({ seconds: 1 }))
  const hold = { deed: 'hold', to: 'liga', upto }
  for (let twice = 0; twice < 2; twice++) expect((await all(hold)).statusCode).toBe(303)
  expect(await held()).toEqual(['liga@example.org'])
  const done = await db.select().from(history).where(eq(history.deed, 'letters.held'))
  expect(done.map(({ facts }) => facts)).toEqual([{ count: '1' }])
  expect((await open('?state=held')).body).not.toContain('noor@example.org')
  expect((await open('?kind=waiting')).body).not.toContain('liga@example.org')
  expect((await open('?meeting=elsewhere')).body).toContain('No such letters')
  expect((await open('/all?deed=nonsense')).headers.location).toBe('/organise/gen-y-city/letters')

  async function held() {
    return (await db.select().from(letters)).filter(({ heldAt }) => heldAt).map(({ recipient }) => recipient)
  }
})

test('whoever organises one meeting holds its letters, and no others’, one by one or all together', async () => {
  const { db, send, letter, project, other, helper } = await outbox()
  await register(db, project, other, { ...liga, groupId: null }, now)
  const headers = { ...(await signedInAs(db, helper)), ...english }
  for (const deed of ['hold', 'drop', 'words', 'send-now', 'usual-words', 'let-go', 'send-after-all'])
    expect((await send(`/${letter.id}/${deed}`, words, headers)).statusCode).toBe(404)
  expect((await send('/all', { deed: 'hold', upto: now.toString() }, headers)).statusCode).toBe(303)
  const held = (await db.select().from(letters)).filter(({ heldAt }) => heldAt)
  expect(held.map(({ recipient }) => recipient)).toEqual(['liga@example.org'])
})

async function claim(db: Database, { id }: Letter, claimedUntil: Temporal.Instant | null) {
  await db.transact((tx) => tx.update(letters).set({ claimedUntil }).where(eq(letters.id, id)), { touches: 'nothing' })
}

/** A confirmation that waits, and the organiser before it. */
async function outbox() {
  const here = await world()
  const { db, project, kickoff, pupils, organiser } = here
  const { elsewhere: other, plannerElsewhere: helper } = await crew(here)
  const app = await testApp(db)
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [letter = expect.unreachable()] = await db.select().from(letters)
  const headers = { ...(await signedInAs(db, organiser, now.add({ hours: 24 * 7 }))), ...english }
  const list = '/organise/gen-y-city/letters'
  const url = `${list}/${letter.id}`
  const send = async (part: string, fields: Record<string, string>, who: Record<string, string> = headers) => {
    const sent = form(fields)
    const all = { ...who, ...sent.headers }
    return await app.inject({ method: 'POST', url: list + part, headers: all, payload: sent.payload })
  }
  const sendTo = async (part: string, fields: Record<string, string>) => await send(`/${letter.id}${part}`, fields)
  return {
    ...{ ...here, other, helper, registration, letter, send },
    app: Object.assign(app, {
      send: sendTo,
      see: async (part: string) => await app.inject({ url: url + part, headers }),
    }),
    all: async (fields: Record<string, string>) => await send('/all', fields),
    open: async (part: string) => await app.inject({ url: list + part, headers }),
    act: async (deed: string) => {
      expect((await sendTo(`/${deed}`, {})).statusCode).toBe(303)
    },
    one: async () => {
      const [found = expect.unreachable()] = await db.select().from(letters).where(eq(letters.id, letter.id))
      return found
    },
  }
}

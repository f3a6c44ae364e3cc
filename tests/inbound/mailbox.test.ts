import { expect, test, vi } from 'vitest'
import { receivedMail } from '../../db/schema.ts'
import { readMailbox } from '../../server/inbound/mailbox.ts'
import { parsers } from '../calendar/parsers.ts'
import { noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { lettersTo, registrationBy } from '../registrations/places.ts'
import { form, testApp, world } from '../world.ts'
import { dovecot } from './dovecot.ts'
import { config, invited, later } from './invited.ts'
import { reply, shapes } from './mails.ts'

const soon = { timeout: 20_000, interval: 50 }

test('from signing up to the next in line: the invitation by SMTP, the no by IMAP', { timeout: 90_000 }, async () => {
  const { db, kickoff, pupils } = await world({ capacity: 1 })
  const app = await testApp(db)
  for (const { name, email } of [noor, sami]) {
    const answered = await app.inject({
      method: 'POST',
      url: '/gen-y-city/kickoff/register',
      ...form({ name, email, group: pupils.id }),
    })
    expect(answered.statusCode).toBeLessThan(400)
  }
  const office = await postOffice()
  await post(db, office.url, later, { config })
  const letter = office.received.find(({ to }) => to[0] === noor.email) ?? expect.unreachable()
  const file = letter.mail.attachments.find(({ filename }) => filename === 'invite.ics') ?? expect.unreachable()
  const [entry = expect.unreachable()] = parsers['ical.js']?.(file.content.toString()) ?? []

  const mailbox = await dovecot()
  const stop = new AbortController()
  const reading = readMailbox(db, config, { url: mailbox.url, now: () => later, stop: stop.signal })
  const { uid, sequence } = entry
  const to = entry.organizer?.address ?? ''
  // One that waits, and ones that arrive while we listen.
  await mailbox.deliver(Buffer.from('From: a@example.org\r\nTo: kopa@example.org\r\nSubject: Hello\r\n\r\nHi\r\n'))
  await vi.waitFor(async () => expect(await db.select().from(receivedMail)).toHaveLength(1), soon)
  await mailbox.deliver(reply(shapes.gmail, { to, uid, sequence, attendee: noor.email }))
  await vi.waitFor(async () => expect((await registrationBy(db, noor)).status).toBe('cancelled'), soon)
  expect((await registrationBy(db, sami)).status).toBe('offered')
  expect(await lettersTo(db, sami)).toEqual(['offer', 'waiting'])
  await vi.waitFor(async () => expect(await mailbox.unread()).toBe(0), soon)
  stop.abort()
  await reading
  expect(uid).toBe(kickoff.id)
})

test('while the mail server is away nothing is lost; several that read one mailbox take each message in once', {
  timeout: 90_000,
}, async () => {
  const { db, address, kickoff } = await invited()
  const mailbox = await dovecot()
  const stop = new AbortController()
  const read = () => readMailbox(db, config, { url: mailbox.url, now: () => later, stop: stop.signal })
  const first = read().catch(String)
  await mailbox.deliver(Buffer.alloc(1024 * 1024 + 1, 'too large\r\n'))
  await vi.waitFor(async () => expect(await mailbox.unread()).toBe(0), soon)
  await mailbox.stop()
  expect(await first).toMatch(/^Error: The mailbox of INBOUND_URL cannot be read: /)
  const away = await read().catch((error) => String(error))
  expect(away).toMatch(/ECONNREFUSED/)
  await mailbox.startAgain()
  await mailbox.deliver(reply(shapes.outlook, { to: address, uid: kickoff.id, attendee: noor.email }))
  const both = [read(), read()]
  await vi.waitFor(async () => expect((await registrationBy(db, noor)).status).toBe('cancelled'), soon)
  await vi.waitFor(async () => expect(await mailbox.unread()).toBe(0), soon)
  stop.abort()
  await Promise.all(both)
  expect(await db.select().from(receivedMail)).toHaveLength(1)
  expect(await lettersTo(db, noor)).toEqual(['confirmation', 'left'])
  const wrong = mailbox.url.replace('horse', 'mule')
  const refused = await readMailbox(db, config, {
    url: wrong,
    now: () => later,
    stop: new AbortController().signal,
  }).catch(String)
  expect(refused).toMatch(/it refuses the user or the password$/)
})

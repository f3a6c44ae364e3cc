import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
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

const soon = { timeout: 40_000, interval: 50 }

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

test('a message at which the server always hangs up keeps no other from being read', { timeout: 60_000 }, async () => {
  const { db, address, kickoff } = await invited()
  const mailbox = await dovecot()
  await mailbox.deliver(Buffer.from('From: a@example.org\r\nTo: kopa@example.org\r\nSubject: Stuck\r\n\r\nHi\r\n'))
  await mailbox.deliver(reply(shapes.gmail, { to: address, uid: kickoff.id, attendee: noor.email }))
  const url = await hangingUpAt(/UID FETCH 1 .*BODY/i, mailbox.url)
  const stop = new AbortController()
  const read = () => readMailbox(db, config, { url, now: () => later, stop: stop.signal }).catch(String)
  expect(await read()).toMatch(/cannot be read/)
  const again = read()
  await vi.waitFor(async () => expect((await registrationBy(db, noor)).status).toBe('cancelled'), soon)
  await vi.waitFor(async () => expect(await mailbox.unread()).toBe(1), soon)
  stop.abort()
  await again
})

/** The same server behind one that ends the connection as soon as the client says something like this. */
async function hangingUpAt(line: RegExp, url: string): Promise<string> {
  const { port, hostname } = new URL(url)
  const between = createServer((client) => {
    const server = connect(Number(port), hostname)
    client.on('data', (bytes) => (line.test(bytes.toString('latin1')) ? client.destroy() : server.write(bytes)))
    client.on('error', () => {}).on('close', () => server.destroy())
    server.on('error', () => {}).on('close', () => client.destroy())
    server.pipe(client)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void between.close())
  await once(between, 'listening')
  return url.replace(`:${port}`, `:${(between.address() as AddressInfo).port}`)
}

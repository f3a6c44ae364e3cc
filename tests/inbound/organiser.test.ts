import { expect, test } from 'vitest'
import { isNotNull } from '../../db/drizzle.ts'
import { letters, registrations } from '../../db/schema.ts'
import { readConfig } from '../../server/config.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { parsers } from '../calendar/parsers.ts'
import { noor, sami } from '../cast.ts'
import { config as unread } from '../mail/config.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { registrationBy } from '../registrations/places.ts'
import { world } from '../world.ts'

const config = readConfig({
  PUBLIC_URL: 'https://kopa.example.org',
  MAIL_FROM: 'Kopā <kopa@example.org>',
  INBOUND: 'pipe',
})

test('while answers are read, every invitation names an address of its own, and every letter comes back to its name', async () => {
  const { db, project, kickoff, now } = await world()
  const office = await postOffice()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await post(db, office.url, now, { config })
  const tokens = [(await registrationBy(db, noor)).replyToken, (await registrationBy(db, sami)).replyToken]
  expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(new Set(tokens).size).toBe(2)
  expect(invitedBy(office).sort()).toEqual(tokens.map((token) => `kopa+${token}@example.org`).sort())
  const ids = (await db.select({ id: letters.id }).from(letters)).map(({ id }) => `kopa+b-${id}@example.org`)
  expect(office.received.map(({ from }) => from).sort()).toEqual(ids.sort())
  expect(office.received.map(({ mail }) => mail.from?.value[0]?.address)).toEqual([
    'kopa@example.org',
    'kopa@example.org',
  ])
})

test('where nobody reads them, all is as it was: one mailbox for everything', async () => {
  const { db, project, kickoff, now } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  await post(db, office.url, now, { config: unread })
  expect(invitedBy(office)).toEqual(['kopa@example.org'])
  expect(office.received[0]?.from).toBe('kopa@example.org')
})

test('whoever leaves and comes back still answers to the same address: theirs is one entry', async () => {
  const { db, project, kickoff, now } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  await post(db, office.url, now, { config })
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await post(db, office.url, now, { config })
  await register(db, project, kickoff, { ...noor, email: 'NOOR@example.org', groupId: null }, now)
  await post(db, office.url, now.add({ minutes: 1 }), { config })
  await register(db, project, kickoff, { ...noor, className: '7.b', kind: 'class', seats: 3, groupId: null }, now)
  await post(db, office.url, now.add({ minutes: 2 }), { config })
  expect(invitedBy(office)).toHaveLength(4)
  expect(new Set(invitedBy(office)).size).toBe(1)
  expect(await db.select().from(registrations).where(isNotNull(registrations.replyToken))).toHaveLength(1)
})

function invitedBy({ received }: Awaited<ReturnType<typeof postOffice>>) {
  return received.flatMap(({ mail }) => {
    const [file] = mail.attachments.filter(({ filename }) => filename === 'invite.ics')
    return (file && parsers['ical.js']?.(file.content.toString())[0]?.organizer?.address) ?? []
  })
}

test('an address of ours that would grow longer than mail servers take is not accepted where answers are read', () => {
  const env = { PUBLIC_URL: 'https://kopa.example.org', INBOUND: 'pipe' }
  const from = (local: string) => readConfig({ ...env, MAIL_FROM: `Kopā <${local}@example.org>` })
  expect(from('a'.repeat(25)).readsMail).toBe(true)
  expect(() => from('a'.repeat(26))).toThrow(/MAIL_FROM is too long/)
  expect(readConfig({ MAIL_FROM: `${'a'.repeat(26)}@example.org` }).readsMail).toBe(false)
})

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { letters, manageLinks, registrations } from '../../db/schema.ts'
import { recipientKey } from '../../server/mail/quota.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { changedFacts, tellAll } from '../../server/registrations/letters/letters.ts'
import { accept } from '../../server/registrations/places/offer.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { addMeeting, now, world } from '../world.ts'
import { post, postOffice } from './post-office.ts'

const hour = { hours: 1 }

test('somebody whose address is typed in everywhere gets ten letters a day, the others later, none lost', async () => {
  const { db, project, pupils } = await world()
  const office = await postOffice()
  for (let number = 2; number <= 13; number += 1) {
    const meeting = await addMeeting(db, project, { slug: `meeting-${number}`, number })
    const email = `No.or+${number}@Example.org`
    await register(db, project, meeting, { ...noor, email, groupId: pupils.id }, now.add({ minutes: number }))
  }
  await post(db, office.url, now.add(hour))
  expect(office.received).toHaveLength(10)
  await post(db, office.url, now.add({ hours: 24 }))
  expect(office.received).toHaveLength(10)
  await post(db, office.url, now.add({ hours: 25 }))
  expect(office.received).toHaveLength(12)
})

test('one mailbox has one key, however its address is spelt', () => {
  expect(recipientKey('N.Oor+school@Example.org')).toBe('noor@example.org')
  expect(recipientKey('+only@example.org')).toBe('+only@example.org')
  expect(recipientKey('noor@example.com')).not.toBe(recipientKey('noor@example.org'))
})

test('registering again is answered by one letter a day that tells how things stand', async () => {
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice()
  const again = () => register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await again()
  await again()
  expect(await kinds(db)).toEqual(['confirmation'])
  await post(db, office.url, now)
  await again()
  await again()
  expect(await kinds(db)).toEqual(['confirmation', 'already'])
  await post(db, office.url, now)
  await again()
  expect(await kinds(db)).toEqual(['confirmation', 'already'])
  const letter = office.received[1]?.mail
  expect(letter?.subject).toBe('You had registered before: Kick-off')
  expect(letter?.text).toContain('https://kopa.example.org/gen-y-city/kickoff/calendar.ics')
  expect(letter?.attachments).toEqual([])
  expect(letter?.references).toBe(office.received[0]?.mail.messageId)
})

test('several changes make one letter, from how it was first to how it is now', async () => {
  const { db, project, owner, kickoff, pupils } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now)
  const later = await move({ db, project, owner }, kickoff, { startsAt: kickoff.startsAt.add(hour) })
  await move({ db, project, owner }, later, { address: 'Rīgas iela 22A, Daugavpils' })
  expect(await kinds(db)).toEqual(['confirmation', 'changed'])
  await post(db, office.url, now.add(hour))
  const { mail } = office.received[1] ?? expect.unreachable()
  expect(mail.subject).toBe('Changed: Kick-off')
  expect(mail.text).toContain('When: Saturday, 12 December 2026, 18:00–19:30 (Eastern European Standard Time)')
  expect(mail.text).toContain('Before: Saturday, 12 December 2026, 17:00–19:30')
  expect(mail.text).toContain('Where: Youth House, Rīgas iela 22A, Daugavpils')
  expect(mail.text).toContain('Before: Youth House, Parādes iela 1, Daugavpils')
  expect(invite(mail)).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/)
})

test('a change that was taken back before anybody heard of it is no news', async () => {
  const { db, project, owner, kickoff, pupils } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now)
  const moved = await move({ db, project, owner }, kickoff, { startsAt: kickoff.startsAt.add(hour) })
  await move({ db, project, owner }, moved, { startsAt: kickoff.startsAt })
  await post(db, office.url, now.add(hour))
  expect(office.received).toHaveLength(1)
  expect(await endings(db)).toEqual({ confirmation: null, changed: 'overtaken' })
})

test('a confirmation that has not gone yet tells the new time itself', async () => {
  const { db, project, owner, kickoff, pupils } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await move({ db, project, owner }, kickoff, { startsAt: kickoff.startsAt.add(hour) })
  await post(db, office.url, now)
  expect(office.received.map(({ mail }) => mail.subject)).toEqual(['You’re in: Kick-off'])
  expect(office.received[0]?.mail.text).toContain('18:00–19:30')
  expect(invite(office.received[0]?.mail)).toContain('SEQUENCE:1')
})

test('whoever leaves before the confirmation went hears only that, with a CANCEL for them alone', async () => {
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice()
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await cancel(db, project, kickoff, registration, now)
  await post(db, office.url, now)
  expect(office.received.map(({ mail }) => mail.subject)).toEqual(['Registration cancelled: Kick-off'])
  const calendar = invite(office.received[0]?.mail)
  expect(calendar).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/)
  expect(calendar).not.toContain('STATUS:')
  expect(await endings(db)).toEqual({ confirmation: 'overtaken', left: null })
})

test('who left and came back is above the CANCEL, and stays above it when the meeting moves', async () => {
  const { db, project, owner, kickoff, pupils } = await world()
  const office = await postOffice()
  const person = { ...noor, groupId: pupils.id }
  const { registration } = await register(db, project, kickoff, person, now)
  await post(db, office.url, now)
  await cancel(db, project, kickoff, registration, now)
  await post(db, office.url, now)
  await register(db, project, kickoff, person, now)
  await post(db, office.url, now)
  await move({ db, project, owner }, kickoff, { startsAt: kickoff.startsAt.add(hour) })
  await post(db, office.url, now)
  const sequences = office.received.map(({ mail }) => Number(/SEQUENCE:(\d+)/.exec(invite(mail))?.[1]))
  expect(sequences).toEqual([0, 1, 2, 3])
})

test('a freed place: waiting, then an offer with its deadline, then a confirmation', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  const office = await postOffice()
  const first = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const second = await register(db, project, kickoff, { ...liga, locale: 'en', groupId: pupils.id }, now)
  await post(db, office.url, now)
  await cancel(db, project, kickoff, first.registration, now)
  await post(db, office.url, now)
  await accept(db, project, kickoff, second.registration, now)
  await post(db, office.url, now)
  const toLiga = office.received.filter(({ to }) => to[0] === liga.email).map(({ mail }) => mail)
  expect(toLiga.map(({ subject }) => subject)).toEqual([
    'You’re on the waiting list: Kick-off',
    'Please answer: a place for you at Kick-off',
    'You’re in: Kick-off',
  ])
  expect(toLiga[0]?.text).toContain('Your place in line: 1')
  expect(toLiga[1]?.text).toContain('Answer by: Tuesday, 24 November 2026, 12:00')
  expect(toLiga.map((mail) => mail.attachments.length)).toEqual([0, 0, 3])
  expect(toLiga.map((mail) => mail.references)).toEqual([undefined, toLiga[0]?.messageId, toLiga[0]?.messageId])
})

test('offers and places in line that are gone when their letter would go are not written about', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const { registration } = await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  await db.transact(
    (tx) => tx.update(registrations).set({ status: 'lapsed' }).where(eq(registrations.id, registration.id)),
    { touches: 'nothing' },
  )
  await post(db, office.url, now)
  expect(office.received.map(({ to }) => to)).toEqual([[noor.email]])
  expect(await endings(db)).toEqual({ confirmation: null, waiting: 'overtaken' })
})

test('postponed, then called off: everybody hears each, and only calendars that have it', async () => {
  const { db, project, kickoff, owner, pupils } = await world({ capacity: 1 })
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await register(db, project, kickoff, { ...mark, groupId: pupils.id }, now)
  await register(db, project, kickoff, { ...sami, email: null, groupId: pupils.id }, now)
  await post(db, office.url, now)
  await postponeMeeting(db, project, kickoff, owner, now)
  await post(db, office.url, now)
  await cancelMeeting(db, project, kickoff, owner, now)
  await post(db, office.url, now)
  const told = (address: string) =>
    office.received.filter(({ to }) => to[0] === address).map(({ mail }) => [mail.subject, ...lines(invite(mail))])
  expect(told(noor.email)).toEqual([
    ['You’re in: Kick-off', 'METHOD:REQUEST', 'SEQUENCE:0', 'STATUS:CONFIRMED'],
    ['Postponed: Kick-off', 'METHOD:REQUEST', 'SEQUENCE:1', 'STATUS:TENTATIVE'],
    ['Cancelled: Kick-off', 'METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED'],
  ])
  expect(told(mark.email)).toEqual([
    ['Ты в листе ожидания: Atklāšana'],
    ['Откладывается: Atklāšana'],
    ['Отменяется: Atklāšana'],
  ])
  expect(office.received).toHaveLength(6)
})

test('a called-off or past meeting sends nothing else', async () => {
  const { db, project, kickoff, pupils } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, kickoff.endsAt)
  expect(office.received).toEqual([])
  expect(await endings(db)).toEqual({ confirmation: 'overtaken' })
})

test('two thousand people are told of a change in a few statements, each with a link of their own', async () => {
  const { db, project, kickoff } = await world({ capacity: 3000, sequence: 1 })
  const people = Array.from({ length: 2000 }, (_, i) => ({
    meetingId: kickoff.id,
    arrival: i + 1,
    email: `person-${i}@example.org`,
    emailKey: `person-${i}@example.org`,
    locale: 'lv' as const,
    status: 'confirmed' as const,
    statusAt: now,
    createdAt: now,
  }))
  const statements: (string | symbol)[] = []
  await db.transact(
    async (tx) => {
      for (let i = 0; i < people.length; i += 500) await tx.insert(registrations).values(people.slice(i, i + 500))
      await tellAll(countedIn(statements, tx), 'changed', project, kickoff, now, changedFacts(kickoff, [kickoff]))
    },
    { touches: 'nothing' },
  )
  expect(statements.length).toBeLessThan(20)
  const rows = await db.select().from(letters)
  expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(2000)
  expect(new Set(rows.map(({ token }) => token)).size).toBe(2000)
  expect(await db.select().from(manageLinks)).toHaveLength(2000)
})

function countedIn(statements: (string | symbol)[], tx: Tx): Tx {
  const get = (one: Tx, name: keyof Tx) => {
    statements.push(name)
    return one[name].bind(one)
  }
  return new Proxy(tx, { get: (one, name) => get(one, name as keyof Tx) })
}

async function move(w: Pick<World, 'db' | 'project' | 'owner'>, meeting: Meeting, changes: Partial<Meeting>) {
  const { startsAt, endsAt, ...details } = { ...meeting, ...changes }
  const input = { ...details, days: [{ startsAt, endsAt }] }
  return await editMeeting(w.db, w.project, meeting, input, w.owner, now)
}

type World = Awaited<ReturnType<typeof world>>

async function kinds(db: Database) {
  return (await db.select({ kind: letters.kind }).from(letters).orderBy(letters.queuedAt)).map(({ kind }) => kind)
}

async function endings(db: Database) {
  const rows = await db.select({ kind: letters.kind, ending: letters.ending }).from(letters)
  return Object.fromEntries(rows.map(({ kind, ending }) => [kind, ending]))
}

function invite(mail: { attachments: { contentType: string; content: Buffer }[] } | undefined): string {
  return mail?.attachments.find(({ contentType }) => contentType === 'application/ics')?.content.toString() ?? ''
}

function lines(calendar: string): string[] {
  return calendar.match(/^(METHOD|SEQUENCE|STATUS):.*$/gm)?.map((line) => line.trim()) ?? []
}

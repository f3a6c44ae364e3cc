import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { claimLetters } from '../../server/mail/claim.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { addMeeting, now, world } from '../world.ts'
import { current, edit, shift } from './edit.ts'
import { post, postOffice, type Received, type Treatment } from './post-office.ts'

const soon = now.add({ minutes: 2 })
const later = now.add({ minutes: 30 })

test('a move is taken back by letter when the one that told of it may have arrived', async () => {
  const there = await registered((n) => (n === 2 ? 'hang up after the end' : 'take'))
  await shift(there, 1, now)
  await post(there.db, there.office.url, soon)
  await shift(there, -1, soon)
  await post(there.db, there.office.url, later)
  expect(there.told()).toEqual(['You’re in: Kick-off 20261212T170000', 'Changed: Kick-off 20261212T170000'])
})

test('the same after a kill between the server’s answer and our note of it, and a new start', async () => {
  const there = await registered()
  await shift(there, 1, now)
  await claimLetters(there.db, soon)
  await there.db.transact((tx) => tx.update(letters).set({ claimedUntil: null }), { touches: 'nothing' })
  await shift(there, -1, soon)
  await post(there.db, there.office.url, later)
  expect(there.told().at(-1)).toBe('Changed: Kick-off 20261212T170000')
})

test('a confirmation that may have arrived does not stand for the news that the meeting moved', async () => {
  const there = await registered((n) => (n === 1 ? 'hang up after the end' : 'take'))
  await shift(there, 1, soon)
  await post(there.db, there.office.url, later)
  expect(there.told()).toEqual(['You’re in: Kick-off 20261212T180000', 'Changed: Kick-off 20261212T180000'])
})

test('moved, postponed, given a new date, all before anybody heard: one letter, from what people knew', async () => {
  const there = await registered()
  await shift(there, 1, now)
  await postponeMeeting(there.db, there.project, there.kickoff, there.owner, now)
  await shift(there, 48, now)
  await post(there.db, there.office.url, soon)
  expect(there.told().slice(1)).toEqual(['Changed: Kick-off 20261214T180000'])
  expect(there.office.received[1]?.mail.text).toContain('Before: Saturday, 12 December 2026, 17:00–19:30')
})

test('a new date after a postponement that may have been heard is told as such', async () => {
  const there = await registered((n) => (n === 2 ? 'hang up after the end' : 'take'))
  await postponeMeeting(there.db, there.project, there.kickoff, there.owner, now)
  await post(there.db, there.office.url, soon)
  await shift(there, 48, soon)
  await post(there.db, there.office.url, later)
  expect(there.told().slice(1)).toEqual(['New date: Kick-off 20261214T170000'])
})

test('a title corrected while postponed does not bring the old date back', async () => {
  const there = await registered()
  await postponeMeeting(there.db, there.project, there.kickoff, there.owner, now)
  await post(there.db, there.office.url, now)
  await edit(there, { title: { en: 'Opening' } }, now)
  await post(there.db, there.office.url, soon)
  const text = there.office.received.at(-1)?.mail.text
  expect(text).toMatch(/^Hi! The meeting is still postponed, and there is no new date yet\./)
  expect(text).toContain('Was planned for: Saturday, 12 December 2026')
  expect(text).not.toContain('When:')
})

test('a reminder held back by the quota holds up no news', async () => {
  const there = await registered()
  await fillQuota(there)
  await register(there.db, there.project, there.kickoff, noorAsPupil(there), now)
  await postponeMeeting(there.db, there.project, there.kickoff, there.owner, now)
  await post(there.db, there.office.url, soon)
  expect(there.told().at(-1)).toBe('Postponed: Kick-off 20261212T170000')
})

test('a confirmation held back by the quota goes at once when the meeting changes', async () => {
  const there = await somebody()
  await fillQuota(there)
  await register(there.db, there.project, there.kickoff, noorAsPupil(there), now)
  await post(there.db, there.office.url, now)
  expect(there.told()).toEqual([])
  await shift(there, 1, soon)
  await post(there.db, there.office.url, soon)
  expect(there.told()).toEqual(['You’re in: Kick-off 20261212T180000'])
})

test('who left and came back hears last that they are in', async () => {
  const there = await registered((n) => (n === 2 ? { code: 451, at: 'RCPT' } : 'take'))
  await cancel(there.db, there.project, there.kickoff, await registrationBy(there.db, noor), now)
  await post(there.db, there.office.url, now)
  await register(there.db, there.project, await current(there), noorAsPupil(there), soon)
  await post(there.db, there.office.url, later)
  expect(there.told().at(-1)).toBe('You’re in: Kick-off 20261212T170000')
  expect(there.told()).toHaveLength(2)
})

test('who left and waits now is first told that they left: it empties their calendar', async () => {
  const there = await registered((n) => (n === 2 ? { code: 451, at: 'RCPT' } : 'take'))
  await cancel(there.db, there.project, there.kickoff, await registrationBy(there.db, noor), now)
  await post(there.db, there.office.url, now)
  await edit(there, { capacity: 1 }, soon)
  await register(there.db, there.project, there.kickoff, { ...sami, groupId: null }, soon)
  await register(there.db, there.project, await current(there), noorAsPupil(there), soon)
  await post(there.db, there.office.url, soon)
  await post(there.db, there.office.url, later)
  expect(there.told().slice(1)).toEqual([
    'Registration cancelled: Kick-off 20261212T170000',
    'You’re on the waiting list: Kick-off',
  ])
})

async function somebody(treat?: (n: number) => Treatment) {
  const office = await postOffice(treat)
  const told = () => office.received.filter(({ to }) => to[0] === noor.email).map(subjectAndTime)
  return { ...(await world()), office, told }
}

type There = Awaited<ReturnType<typeof somebody>>

/** Noor is in, and the post has gone. */
async function registered(treat?: (n: number) => Treatment): Promise<There> {
  const there = await somebody(treat)
  await register(there.db, there.project, there.kickoff, noorAsPupil(there), now)
  await post(there.db, there.office.url, now)
  return there
}

/** Somebody else types Noor's address into the form of another meeting, again and again. */
async function fillQuota({ db, project, pupils }: There) {
  const other = await addMeeting(db, project, { slug: 'other', number: 2 })
  for (let i = 0; i < 10; i += 1)
    await register(db, project, other, { ...noor, email: `noor+${i}@example.org`, groupId: pupils.id }, now)
}

function noorAsPupil({ pupils }: There) {
  return { ...noor, groupId: pupils.id }
}

function subjectAndTime({ mail }: Received): string {
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  const [, time = ''] = /DTSTART;[^:]*:(\S+)/.exec(calendar?.content.toString() ?? '') ?? []
  return `${mail.subject} ${time}`.trim()
}

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { guardianConsents, letters, meetings, speakerLinks, speakers } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetSpeakers } from '../../server/speakers/forget.ts'
import { inviteAll, inviteSpeaker } from '../../server/speakers/invite.ts'
import { remindSpeakers } from '../../server/speakers/remind.ts'
import { parsers } from '../calendar/parsers.ts'
import { noor } from '../cast.ts'
import { invitationIn } from '../mailbox.ts'
import { setDeclined, settled } from './answers.ts'
import { addSpeaker, linkOf, speakIn } from './cast.ts'
import { outbox, posted, publicNames, releaseAll, stage } from './stage.ts'

const days = (count: number) => ({ hours: 24 * count })

test('whoever has not answered for five days is reminded once, in one letter', async () => {
  const { db, where, owner, now } = await stage()
  await inviteAll(db, where, owner, now)
  await posted(db, now)
  await remindSpeakers(db, now.add(days(4)))
  expect(await outbox(db)).toEqual([])
  await remindSpeakers(db, now.add(days(5)))
  await remindSpeakers(db, now.add(days(6)))
  const subjects = (await posted(db, now.add(days(6)))).map(({ subject }) => subject)
  expect(subjects).toEqual(['Atgādinām: vai Luna uzstāsies? „Atklāšana“'])
  await remindSpeakers(db, now.add(days(12)))
  expect(await outbox(db)).toEqual([])
})

test('nobody is reminded who answered, of a draft, shortly before the meeting, or once it is postponed', async () => {
  const answered = await stage()
  const { db, where, part, owner, now } = answered
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await remindSpeakers(db, where.meeting.startsAt.subtract(days(1)))
  expect(await outbox(db)).toEqual([])
  await remindSpeakers(db, now.add(days(5)))
  await setDeclined(db, where, part, now.add(days(5)))
  expect(await posted(db, now.add(days(5)))).toEqual([])
  for (const status of ['draft', 'postponed'] as const) {
    const other = await stage({ status })
    await inviteSpeaker(other.db, other.where, other.part, other.owner, now)
    await posted(other.db, now)
    await remindSpeakers(other.db, now.add(days(5)))
    expect(await outbox(other.db)).toEqual([])
  }
})

test('the reminder moves with the meeting', async () => {
  const { db, where, part, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  const late = where.meeting.startsAt.subtract(days(1))
  const startsAt = where.meeting.startsAt.add(days(7))
  await db.transact((tx) => tx.update(meetings).set({ startsAt, endsAt: startsAt.add({ hours: 2 }) }), {
    touches: 'everything',
  })
  await remindSpeakers(db, late)
  expect(await outbox(db)).toEqual(['speaker-reminder luna@example.org'])
})

test('called off, speakers hear of it, and their calendar forgets the slot', async () => {
  const here = await stage()
  const { db, where, part, bats, owner, now } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await posted(db, now.add({ hours: 1 }))
  await cancelMeeting(db, where.project, where.meeting, owner, now.add({ hours: 2 }))
  const [letter, ...others] = await posted(db, now.add({ hours: 2 }))
  expect(others).toEqual([])
  expect(letter?.subject).toContain('Atcelta tikšanās, kurā bija jāuzstājas')
  expect(parsers['ical.js']?.(invitationIn(letter ?? expect.unreachable()))).toMatchObject([
    { method: 'CANCEL', uid: bats.id, status: 'CANCELLED' },
  ])
})

test('postponed, the slot in their calendar is no longer sure', async () => {
  const here = await stage()
  const { db, where, part, bats, owner, now } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await posted(db, now.add({ hours: 1 }))
  await postponeMeeting(db, where.project, where.meeting, owner, now.add({ hours: 2 }))
  const [letter] = await posted(db, now.add({ hours: 2 }))
  expect(parsers['ical.js']?.(invitationIn(letter ?? expect.unreachable()))).toMatchObject([
    { method: 'REQUEST', uid: bats.id, status: 'TENTATIVE' },
  ])
})

test('who is registered too, and whose calendar has no slot, hears that it is off once', async () => {
  const { db, where, part, owner, now, pupils } = await stage({}, { email: noor.email })
  await register(db, where.project, where.meeting, { ...noor, groupId: pupils.id }, now)
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await cancelMeeting(db, where.project, where.meeting, owner, now)
  expect(await outbox(db)).toEqual([`cancelled ${noor.email}`])
})

test('thirty days after their last meeting what only organisers saw is gone; the public name stays', async () => {
  const here = await stage()
  const { db, where, part, luna, owner, now, kickoff } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await linkOf(db, luna, kickoff)
  const edgars = await addSpeaker(db, where.project, {
    name: 'Edgars',
    email: 'edgars@example.org',
    bio: { lv: 'Es.' },
  })
  await speakIn(db, here.logo, edgars, 'declined')
  await forgetSpeakers(db, filesInFolder('nowhere'), kickoff.endsAt.add(days(29)))
  expect((await db.select().from(speakers).where(eq(speakers.id, luna.id)))[0]?.email).toBe('luna@example.org')
  await forgetSpeakers(db, filesInFolder('nowhere'), kickoff.endsAt.add(days(31)))
  const rows = await db.select().from(speakers)
  expect(rows.map(({ name, email, locale, bio }) => ({ name, email, locale, bio })).sort(byName)).toEqual([
    { name: '', email: null, locale: null, bio: {} },
    { name: 'Luna', email: null, locale: null, bio: {} },
  ])
  expect(await db.select().from(speakerLinks)).toEqual([])
  expect((await db.select().from(letters)).filter(({ speakerId }) => speakerId !== null)).toEqual([])
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
  expect(await db.select().from(guardianConsents)).toEqual([])
})

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}

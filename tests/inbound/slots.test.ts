import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { speakers } from '../../db/schema.ts'
import { takeIn } from '../../server/inbound/take-in.ts'
import { acceptInvitation } from '../../server/speakers/answer.ts'
import { confirmSpeaker } from '../../server/speakers/confirm.ts'
import { inviteAll } from '../../server/speakers/invite.ts'
import { parsers } from '../calendar/parsers.ts'
import { noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { registrationBy } from '../registrations/places.ts'
import { publicNames, releaseAll, stage, standings } from '../speakers/stage.ts'
import { fair, standing } from '../workshops/fair.ts'
import { allElse, config, later, outcomes } from './invited.ts'
import { reply, shapes } from './mails.ts'

/** Every entry that the letters posted until now put into somebody's calendar. */
async function entriesOf(db: Parameters<typeof post>[0], { email }: { email: string }, at: Temporal.Instant) {
  const office = await postOffice()
  await post(db, office.url, at, { config })
  const files = office.received.filter(({ to }) => to[0] === email).flatMap(({ mail }) => mail.attachments)
  const calendars = files.filter(({ contentType }) => contentType === 'application/ics')
  return calendars.flatMap(({ content }) => parsers['ical.js']?.(content.toString()) ?? [])
}

/** As a calendar would repeat it. */
function startIn({ startsAt }: { startsAt: string }): string {
  return startsAt.replace(/[-:]|\.000/g, '')
}

test('a speaker’s no in the calendar is their no: the agenda names them no more, and a letter says why', async () => {
  const here = await stage({}, { replyToken: 'ab'.repeat(16) })
  const { db, where, luna, part, owner, now } = here
  await inviteAll(db, where, owner, now)
  await acceptInvitation(db, where, part, now)
  await confirmSpeaker(db, where, part, owner, now)
  await releaseAll(here)
  const entries = await entriesOf(db, { email: luna.email ?? '' }, later)
  const entry = entries.find(({ uid }) => uid === part.slotId) ?? expect.unreachable()
  const said = {
    to: entry.organizer?.address ?? '',
    uid: entry.uid,
    attendee: 'luna@example.org',
    start: startIn(entry),
  }

  const before = await allElse(db)
  await takeIn(db, reply(shapes.apple, { ...said, sequence: entry.sequence, partstat: 'TENTATIVE' }), config, later)
  await takeIn(db, reply(shapes.apple, { ...said, sequence: 9, at: '20261123T090000Z' }), config, later)
  await takeIn(db, reply(shapes.outlook, { ...said, sequence: 9, start: '20261212T060000Z' }), config, later)
  await takeIn(db, reply(shapes.apple, { ...said, uid: where.meeting.id, sequence: 9 }), config, later)
  expect(await allElse(db)).toEqual(before)

  await takeIn(db, reply(shapes.outlook, { ...said, sequence: entry.sequence }), config, later)
  expect(await standings(db)).toContain('Luna declined')
  expect(await publicNames(db, where.project, where.meeting)).not.toContain('Luna')
  const office = await postOffice()
  await post(db, office.url, later.add({ minutes: 1 }), { config })
  const letter = office.received.find(({ to }) => to[0] === 'luna@example.org')
  expect(letter?.mail.text).toMatch(/[Kk]alendārs mums atbildēja „nē“/)
  const [known] = await db.select().from(speakers).where(eq(speakers.id, luna.id))
  expect(known?.email).toBe('luna@example.org')
})

test('a no to a workshop gives it up and nothing else; whoever waits for it moves in', async () => {
  const { db, come, chooses, bats, kickoff } = await fair()
  await come(noor, sami)
  await chooses(noor, bats)
  await chooses(sami, bats)
  const entries = await entriesOf(db, noor, later)
  const entry = entries.find(({ uid }) => uid === bats.id) ?? expect.unreachable()
  const { uid, sequence, organizer } = entry
  const said = { to: organizer?.address ?? '', uid, attendee: noor.email, sequence, start: startIn(entry) }
  const { replyToken } = await registrationBy(db, sami)
  await takeIn(db, reply(shapes.gmail, { ...said, to: `kopa+${replyToken}@example.org` }), config, later)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'waiting' })
  await takeIn(db, reply(shapes.gmail, said), config, kickoff.endsAt)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'waiting' })
  await takeIn(db, reply(shapes.gmail, said), config, later)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'in' })
  expect((await registrationBy(db, noor)).status).toBe('confirmed')
  expect((await outcomes(db)).sort()).toEqual(['refused', 'somebody-else', 'workshop-declined'])
  expect(entry.uid).not.toBe(kickoff.id)
})

test('each of several workshops can be given up, in whatever order they were chosen and the answers come', async () => {
  const { db, come, chooses, bats, radio, kickoff } = await fair()
  await come(noor)
  await chooses(noor, bats)
  const first = (await entriesOf(db, noor, later)).find(({ uid }) => uid === bats.id)
  await chooses(noor, radio, later)
  const told = later.add({ hours: 1 })
  const second = (await entriesOf(db, noor, told)).find(({ uid }) => uid === radio.id)
  const whole = await registrationBy(db, noor)
  const no = (entry = first, at: string) => {
    const { uid, sequence, organizer } = entry ?? expect.unreachable()
    const said = { to: organizer?.address ?? '', uid, attendee: noor.email, sequence, at }
    return reply(shapes.gmail, { ...said, start: startIn(entry ?? expect.unreachable()) })
  }
  const then = told.add({ hours: 2 })
  await takeIn(db, no(second, '20261125T120000Z'), config, then)
  await takeIn(db, no(first, '20261125T110000Z'), config, then)
  expect([await standing(db, bats), await standing(db, radio)]).toEqual([{ Noor: 'left' }, { Noor: 'left' }])
  const from = `kopa+${whole.replyToken}@example.org`
  await takeIn(
    db,
    reply(shapes.apple, { to: from, uid: kickoff.id, attendee: noor.email, at: '20261125T100000Z' }),
    config,
    then,
  )
  expect((await registrationBy(db, noor)).status).toBe('cancelled')
})

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { slotSpeakers } from '../../db/schema.ts'
import { redo, undo } from '../../server/agenda/undo.ts'
import { addToSlot } from '../../server/speakers/add-to-slot.ts'
import { acceptInvitation, declineInvitation } from '../../server/speakers/answer.ts'
import { confirmSpeaker, takeBack } from '../../server/speakers/confirm.ts'
import { inviteSpeaker } from '../../server/speakers/invite.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { parsers } from '../calendar/parsers.ts'
import { invitationIn } from '../mailbox.ts'
import { settled } from './answers.ts'
import { outbox, posted, publicNames, releaseAll, stage, standings } from './stage.ts'

test('a yes is not public; the organisers’ word after it is, with the next release', async () => {
  const here = await stage()
  const { db, where, part, owner, now } = here
  await inviteSpeaker(db, where, part, owner, now)
  await releaseAll(here)
  await acceptInvitation(db, where, part, now)
  await acceptInvitation(db, where, part, now)
  expect(await standings(db)).toEqual(['Luna accepted', 'Luna planned'])
  await confirmSpeaker(db, where, part, owner, now)
  await confirmSpeaker(db, where, part, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
  await releaseAll(here)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
})

test('the confirmation carries the calendar entry of the released slot, the same for two parsers', async () => {
  const here = await stage()
  const { db, where, part, bats, owner, now } = here
  await releaseAll(here)
  await settled(db, where, part, owner, now)
  const letters = await posted(db, now)
  const letter = letters.find(({ subject }) => subject?.startsWith('Apstiprināts')) ?? expect.unreachable()
  expect(letter.subject).toBe('Apstiprināts: Luna uzstājas. „Atklāšana“')
  for (const parse of Object.values(parsers)) {
    expect(parse(invitationIn(letter))).toMatchObject([
      {
        method: 'REQUEST',
        uid: bats.id,
        startsAt: '2026-12-12T15:00:00Z',
        endsAt: '2026-12-12T15:10:00Z',
        status: 'CONFIRMED',
        attendee: { address: 'luna@example.org', partstat: 'ACCEPTED' },
      },
    ])
  }
})

test('before the first release the confirmation says that the time may move, and puts nothing into a calendar', async () => {
  const { db, where, part, owner, now } = await stage()
  await settled(db, where, part, owner, now)
  const [letter] = await posted(db, now)
  expect(letter?.text).toContain('Plānotais laiks')
  expect(letter?.text).toContain('programma nav izlaista')
  expect(letter?.attachments).toEqual([])
})

test('nobody is confirmed without a yes, unless organisers have both words', async () => {
  const { db, where, part, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await expect(confirmSpeaker(db, where, part, owner, now)).rejects.toMatchObject({ key: 'speakers.no-yes-yet' })
  const silent = await stage({}, { email: null })
  await confirmSpeaker(silent.db, silent.where, silent.part, silent.owner, now)
  expect(await standings(silent.db)).toEqual(['Luna confirmed', 'Luna planned'])
  expect(await outbox(silent.db)).toEqual([])
})

test('a speaker who was not asked cannot answer; an organiser can, for them', async () => {
  const { db, where, part, owner, now } = await stage()
  await expect(acceptInvitation(db, where, part, now)).rejects.toMatchObject({ status: 404 })
  await expect(declineInvitation(db, where, part, now)).rejects.toMatchObject({ status: 404 })
  await acceptInvitation(db, where, part, now, owner)
  expect(await standings(db)).toEqual(['Luna accepted', 'Luna planned'])
})

test('a no takes the name off the public agenda at once, and the entry out of the calendar', async () => {
  const here = await stage()
  const { db, where, part, bats, owner, now } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await posted(db, now.add({ hours: 1 }))
  const touched: string[] = []
  db.onTouch((what) => touched.push(what))
  await declineInvitation(db, where, part, now.add({ hours: 2 }))
  await declineInvitation(db, where, part, now.add({ hours: 2 }))
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
  expect(touched).toContain(where.project.id)
  const [letter, ...others] = await posted(db, now.add({ hours: 2 }))
  expect(others).toEqual([])
  expect(letter?.text).toContain('Paldies, ka pateici laikus')
  expect(parsers['ical.js']?.(invitationIn(letter ?? expect.unreachable()))).toMatchObject([
    { method: 'CANCEL', uid: bats.id, status: null },
  ])
})

test('whoever said no is not named by an old release when organisers then take them out of the draft', async () => {
  const here = await stage()
  const { db, where, part, owner, now } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await declineInvitation(db, where, part, now)
  await removeFromSlot(db, where, part, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
})

test('whoever was once only planned and taken out, and later confirmed, stays named by the release until the next', async () => {
  const here = await stage()
  const { db, where, part, luna, owner, now } = here
  const again = { slotId: part.slotId, speakerId: luna.id, name: '', kind: 'group', email: null } as const
  await removeFromSlot(db, where, part, owner, now)
  await addToSlot(db, where.project, where.meeting, again, owner, now)
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await removeFromSlot(db, where, part, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
})

test('taken out of the draft and put back, they stay named by the release, until the next one goes without them', async () => {
  const here = await stage()
  const { db, where, part, luna, owner, now } = here
  const again = { slotId: part.slotId, speakerId: luna.id, name: '', kind: 'group', email: null } as const
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await removeFromSlot(db, where, part, owner, now)
  await addToSlot(db, where.project, where.meeting, again, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
  await releaseAll(here)
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
})

test('without an address, taken back, taken out and put in again, they are planned until organisers confirm them anew', async () => {
  const here = await stage({}, { email: null })
  const { db, where, part, luna, owner, now } = here
  const again = { slotId: part.slotId, speakerId: luna.id, name: '', kind: 'group', email: null } as const
  await confirmSpeaker(db, where, part, owner, now)
  await takeBack(db, where, part, owner, now)
  await removeFromSlot(db, where, part, owner, now)
  await addToSlot(db, where.project, where.meeting, again, owner, now)
  expect(await standings(db)).toEqual(['Luna planned', 'Luna planned'])
  await confirmSpeaker(db, where, part, owner, now)
  await releaseAll(here)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
})

test('invited anew after a no, they are not public before a new yes', async () => {
  const here = await stage()
  const { db, where, part, owner, now } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await declineInvitation(db, where, part, now)
  await inviteSpeaker(db, where, part, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
})

test('taken back, it is as if nobody had asked; only who was written to hears of it', async () => {
  const { db, where, part, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await takeBack(db, where, part, owner, now)
  expect(await posted(db, now)).toEqual([])
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await takeBack(db, where, part, owner, now)
  await takeBack(db, where, part, owner, now)
  const [row] = await db.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, part.slotId))
  expect(row).toMatchObject({ standing: 'planned', invitedAt: null, answeredAt: null, confirmedAt: null })
  const letters = await posted(db, now)
  expect(letters.map(({ subject }) => subject)).toEqual(['Izmaiņas: Luna vairs nav programmā. „Atklāšana“'])
})

test('taken out of a slot, they hear of it once that has settled; undone in time, never', async () => {
  const { db, where, part, other, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await removeFromSlot(db, where, part, owner, now)
  expect(await standings(db)).toEqual(['Luna planned'])
  expect(await posted(db, now.add({ minutes: 9 }))).toEqual([])
  await undo(db, where.project, where.meeting, owner, now)
  expect(await standings(db)).toEqual(['Luna invited', 'Luna planned'])
  expect(await posted(db, now.add({ minutes: 11 }))).toEqual([])
  await removeFromSlot(db, where, part, owner, now.add({ minutes: 20 }))
  await removeFromSlot(db, where, other, owner, now.add({ minutes: 20 }))
  const letters = await posted(db, now.add({ minutes: 31 }))
  expect(letters.map(({ subject }) => subject)).toEqual(['Izmaiņas: Luna vairs nav programmā. „Atklāšana“'])
})

test('whoever has heard that they are off hears that they speak after all, once it is undone', async () => {
  const here = await stage()
  const { db, where, part, other, bats, owner, now } = here
  await settled(db, where, part, owner, now)
  await inviteSpeaker(db, where, other, owner, now)
  await releaseAll(here)
  await posted(db, now.add({ minutes: 20 }))
  for (const one of [part, other]) await removeFromSlot(db, where, one, owner, now.add({ minutes: 30 }))
  expect(await posted(db, now.add({ minutes: 40 }))).toHaveLength(2)
  for (const _ of [part, other]) await undo(db, where.project, where.meeting, owner, now.add({ minutes: 50 }))
  const letters = await posted(db, now.add({ minutes: 50 }))
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Gaidām atbildi: vai Luna uzstāsies? „Atklāšana“',
    'Apstiprināts: Luna uzstājas. „Atklāšana“',
  ])
  expect(parsers['ical.js']?.(invitationIn(letters[1] ?? expect.unreachable()))).toMatchObject([
    { method: 'REQUEST', uid: bats.id },
  ])
  await redo(db, where.project, where.meeting, owner, now.add({ minutes: 60 }))
  await undo(db, where.project, where.meeting, owner, now.add({ minutes: 61 }))
  expect(await posted(db, now.add({ minutes: 80 }))).toEqual([])
})

test('whose invitation was taken back before it went has heard nothing, and is told nothing of the next', async () => {
  const { db, where, part, owner, now } = await stage()
  for (const minutes of [0, 5]) {
    await inviteSpeaker(db, where, part, owner, now.add({ minutes }))
    await takeBack(db, where, part, owner, now.add({ minutes }))
    expect(await posted(db, now.add({ minutes }))).toEqual([])
  }
})

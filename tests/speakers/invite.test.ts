import { expect, test } from 'vitest'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { inviteAgain, inviteAll, inviteSpeaker } from '../../server/speakers/invite.ts'
import { setDeclined } from './answers.ts'
import { addSpeaker, speakIn } from './cast.ts'
import { outbox, posted, stage, standings } from './stage.ts'

test('everybody who is planned and has an address is asked, each in one letter with all their slots', async () => {
  const { db, where, owner, now, bats } = await stage()
  await speakIn(db, bats, await addSpeaker(db, where.project, { name: 'Ilze', email: null }), 'planned')
  await inviteAll(db, where, owner, now)
  await inviteAll(db, where, owner, now)
  expect(await standings(db)).toEqual(['Ilze planned', 'Luna invited', 'Luna invited'])
  const [letter, ...others] = await posted(db, now)
  expect(others).toEqual([])
  expect(letter?.subject).toBe('Gaidām atbildi: vai Luna uzstāsies? „Atklāšana“')
  expect(letter?.text).toMatch(/Sikspārņi[\s\S]*Plānotais laiks[\s\S]*17\.00–17\.10[\s\S]*Logo[\s\S]*17\.10–17\.20/)
  expect(letter?.text).toContain('https://kopa.example.org/speaker/')
  expect(letter?.attachments).toEqual([])
})

test('two groups with one address are two speakers, and get a letter each, with its name', async () => {
  const { db, where, owner, now, bats } = await stage()
  await speakIn(db, bats, await addSpeaker(db, where.project, { name: 'Impulss' }), 'planned')
  await inviteAll(db, where, owner, now)
  const letters = await posted(db, now)
  expect(letters.map(({ subject, to }) => [subject, [to].flat()[0]?.text]).sort()).toEqual([
    ['Gaidām atbildi: vai Impulss uzstāsies? „Atklāšana“', 'luna@example.org'],
    ['Gaidām atbildi: vai Luna uzstāsies? „Atklāšana“', 'luna@example.org'],
  ])
})

test('a second invitation while the first waits is no second letter; sent twice, “again” asks once', async () => {
  const { db, where, part, other, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await inviteSpeaker(db, where, part, owner, now)
  await inviteSpeaker(db, where, other, owner, now)
  expect(await outbox(db)).toEqual(['speaker-invitation luna@example.org'])
  await posted(db, now)
  const later = now.add({ hours: 48 })
  await inviteAgain(db, where, part, now, owner, later)
  await inviteAgain(db, where, part, now, owner, later)
  expect(await outbox(db)).toEqual(['speaker-invitation luna@example.org'])
})

test('an invitation answered before it is posted is overtaken', async () => {
  const { db, where, part, owner, now } = await stage()
  await inviteSpeaker(db, where, part, owner, now)
  await setDeclined(db, where, part, now)
  expect(await posted(db, now)).toEqual([])
  expect(await outbox(db)).toEqual([])
})

test('nobody is asked without an address, for a meeting that is off, or after it', async () => {
  const { db, where, part, owner, now } = await stage({}, { email: null })
  await expect(inviteSpeaker(db, where, part, owner, now)).rejects.toMatchObject({ key: 'speakers.no-address' })
  const after = where.meeting.endsAt.add({ hours: 1 })
  await expect(inviteAll(db, where, owner, after)).rejects.toMatchObject({ key: 'speakers.meeting-over' })
  await cancelMeeting(db, where.project, where.meeting, owner, now)
  await expect(inviteAll(db, where, owner, now)).rejects.toMatchObject({ key: 'speakers.meeting-cancelled' })
  expect(await standings(db)).toEqual(['Luna planned', 'Luna planned'])
})

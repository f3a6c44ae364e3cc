import { expect, test } from 'vitest'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { heldBy } from '../../server/registrations/queries.ts'
import { editProfile } from '../../server/speakers/edit-profile.ts'
import { forgetMe } from '../../server/speakers/forget-me.ts'
import { speakerHeldBy } from '../../server/speakers/queries.ts'
import { liga, mark, noor } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { now } from '../world.ts'
import { agendaEvening, calendarsIn } from './agenda-evening.ts'

const minutes = (count: number) => now.add({ minutes: count })

/** Luna, Bats and Tea are released; Noor and Līga come, and their confirmations went. */
async function released(meeting = {}) {
  const here = await agendaEvening(meeting)
  const [luna, bats] = [await here.add('Luna'), await here.add('Bats')]
  const tea = await here.add('Tea', { type: 'break', roomId: null, minutes: 15 })
  await here.registered(noor)
  await here.registered(liga)
  await here.release()
  await here.posted(minutes(20))
  expect(here.subjects()).toEqual([])
  return { ...here, luna, bats, tea }
}

test('guests hear of a changed agenda in one letter in their language, old beside new, once it has been quiet', async () => {
  const here = await released()
  await here.change(here.luna, { minutes: 15, roomId: here.studio.id })
  await here.change(here.bats, { title: { lv: 'Sikspārņi', en: 'City of bats' } })
  await here.add('Heyday')
  await here.release(minutes(30))
  await here.posted(minutes(39))
  expect(here.subjects()).toEqual([])
  await here.posted(minutes(40))
  expect(here.subjects().sort()).toEqual([
    'liga@example.org: Programmā ir izmaiņas: Atklāšana',
    'noor@example.org: Agenda changed: Kick-off',
  ])
  const [mail] = here.to(noor)
  expect(mail?.text).toContain(
    [
      'Kick-off',
      '17:00–17:10: City of bats, Hall',
      '  Before: 17:10–17:20, Bats',
      '17:00–17:15: Luna, Studio',
      '  Before: 17:00–17:10, Hall',
      '17:15–17:30: Tea',
      '  Before: 17:20–17:35',
      '17:30–17:40: Heyday, Hall – new',
    ].join('\n'),
  )
  for (const words of ['17:00–17:15', 'Luna, Studio', 'Before: 17:00–17:10, Hall', 'Before: 17:10–17:20, Bats'])
    expect(mail?.html).toContain(words)
  expect(mail?.attachments).toEqual([])
  const token = /\/mine\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  expect((await heldBy(here.db, token, now))?.registration.email).toBe(noor.email)
  expect(mail?.text).toContain('https://kopa.example.org/gen-y-city/kickoff#agenda')
  expect(here.to(liga)[0]?.text).toContain('17.00–17.15: Luna, Studija\n  Bija: 17.00–17.10, Zāle')
})

test('edits settle: several releases make one letter, from what was known first to how it is last', async () => {
  const here = await released()
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(30))
  await here.change(here.luna, { minutes: 20 })
  await here.release(minutes(36))
  expect((await here.outbox()).map(({ dueAt, facts }) => [dueAt, facts])).toEqual(
    Array(2).fill([minutes(46), { from: '1' }]),
  )
  await here.posted(minutes(45))
  expect(here.subjects()).toEqual([])
  await here.posted(minutes(46))
  expect(here.to(noor)[0]?.text).toContain('17:00–17:20: Luna, Hall\n  Before: 17:00–17:10\n')
  expect(here.to(noor)).toHaveLength(1)
})

test('what was moved and moved back before anybody heard is no news, nor are other words', async () => {
  const here = await released()
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(30))
  await here.change(here.luna, { minutes: 10, summary: { en: 'From idea to result.' } })
  await here.release(minutes(31))
  await here.posted(minutes(60))
  expect(here.subjects()).toEqual([])
  expect((await here.outbox()).map(({ ending }) => ending)).toEqual(['overtaken', 'overtaken'])
  await here.change(here.luna, { summary: { en: 'Once more.' } }, minutes(70))
  await here.release(minutes(70))
  expect(await here.outbox()).toHaveLength(2)
})

test('moved back after the first letter may have arrived: a second one says how it is', async () => {
  const here = await agendaEvening({}, (n) => (n === 2 ? 'hang up after the end' : 'take'))
  const luna = await here.add('Luna')
  await here.registered(noor)
  await here.release()
  await here.posted(minutes(1))
  await here.change(luna, { minutes: 15 })
  await here.release(minutes(10))
  await here.posted(minutes(20))
  await here.change(luna, { minutes: 10 })
  await here.release(minutes(20))
  await here.posted(minutes(40))
  expect(here.to(noor).map(({ text }) => /^17.*\n.*$/m.exec(text ?? '')?.[0])).toEqual([
    '17:00–17:10: Luna, Hall\n  Before: 17:00–17:15',
  ])
})

test('whoever registers after a release knows it, and whoever left, or has no address, is not written to', async () => {
  const here = await released()
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(30))
  await here.registered(mark, minutes(31))
  const { registrationId } = (await here.outbox()).find(({ recipient }) => recipient === liga.email) ?? {}
  await cancel(here.db, here.project, here.kickoff, { id: registrationId ?? '' }, minutes(32))
  await here.posted(minutes(60))
  expect(here.subjects().sort()).toEqual([
    'liga@example.org: Pieteikums atcelts: Atklāšana',
    'noor@example.org: Agenda changed: Kick-off',
  ])
})

test('a first release is news to the speakers alone, and to those who know that they speak', async () => {
  const here = await agendaEvening()
  const [luna, bats] = [await here.add('Luna'), await here.add('Bats')]
  const lead = await here.speaker('Luna', luna, { standing: 'accepted' })
  await here.speaker('Bats', bats, { standing: 'planned' })
  await here.speaker('Imbir', bats, { email: null })
  await here.registered(noor)
  await here.release()
  await here.posted(minutes(10))
  expect(here.subjects()).toEqual(['luna@example.com: Your time is set: Kick-off'])
  const [mail] = here.to(lead)
  expect(mail?.text).toContain(
    [
      'Hi Luna! The agenda is out, and this is your time:',
      '',
      'Kick-off',
      'Your slot: Luna',
      'When: Saturday, 12 December 2026, 17:00–17:10 (Eastern European Standard Time)',
      'How long: 10 min',
      'Where: Hall, Youth House, Parādes iela 1, Daugavpils',
      '',
      'My speaker’s page:',
      'https://kopa.example.org/speaker/',
    ].join('\n'),
  )
  expect(mail?.text).not.toContain('Bats')
  const token = /\/speaker\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  expect((await speakerHeldBy(here.db, token, now))?.speaker.id).toBe(lead.id)
  expect(calendarsIn(mail)).toEqual([
    expect.objectContaining({
      ...{ method: 'REQUEST', uid: luna.id, sequence: 0, status: 'CONFIRMED', summary: 'Luna' },
      ...{ startsAt: '2026-12-12T15:00:00Z', endsAt: '2026-12-12T15:10:00Z' },
      organizer: { name: 'Gen-Y City', address: 'kopa@example.org' },
      attendee: { partstat: 'ACCEPTED', rsvp: true, address: 'luna@example.com' },
      attendees: 1,
    }),
  ])
})

test('a speaker hears of their own slot first; when it goes, it goes from their calendar too', async () => {
  const here = await released()
  const luna = await here.speaker('Luna', here.luna, { standing: 'invited' })
  const bats = await here.speaker('Bats', here.bats)
  await here.change(here.luna, { minutes: 15, roomId: here.studio.id })
  await here.release(minutes(30))
  await here.posted(minutes(40))
  const [first] = here.to(luna)
  expect(first?.subject).toBe('Changed: your slot at Kick-off')
  expect(first?.text).toContain(
    [
      'Your slot: Luna',
      'When: Saturday, 12 December 2026, 17:00–17:15 (Eastern European Standard Time)',
      '  Before: Saturday, 12 December 2026, 17:00–17:10',
      'How long: 15 min',
      '  Before: 10 min',
      'Where: Studio, Youth House, Parādes iela 1, Daugavpils',
      '  Before: Hall, Youth House, Parādes iela 1, Daugavpils',
    ].join('\n'),
  )
  expect(first?.text).toMatch(/What else has changed\n17:00–17:10: Bats, Hall\n {2}Before: 17:10–17:20\n/)
  expect(calendarsIn(first)).toMatchObject([{ method: 'REQUEST', sequence: 1, attendee: { partstat: 'NEEDS-ACTION' } }])
  await removeSlot(here.db, here.project, here.kickoff, here.luna, here.owner, minutes(50))
  await here.change(here.bats, { dayId: null })
  await here.release(minutes(50))
  await here.posted(minutes(60))
  expect(here.to(bats)[1]?.subject).toBe('No longer on the agenda: your slot at Kick-off')
  expect(calendarsIn(here.to(bats)[1])).toMatchObject([
    { method: 'CANCEL', uid: here.bats.id, sequence: 2, status: 'CANCELLED', startsAt: '2026-12-12T15:00:00Z' },
  ])
  expect(here.to(noor)[1]?.text).toContain('17:00–17:10: Bats, Hall – no longer on the agenda')
})

test('an invited speaker whose slot was deleted hears that it is gone', async () => {
  const here = await agendaEvening()
  const luna = await here.add('Luna')
  const who = await here.speaker('Luna', luna, { standing: 'invited' })
  await here.release()
  await here.posted(minutes(10))
  await removeSlot(here.db, here.project, here.kickoff, luna, here.owner, minutes(20))
  await here.release(minutes(20))
  await here.posted(minutes(30))
  expect(here.to(who).map(({ subject }) => subject)).toEqual([
    'Your time is set: Kick-off',
    'No longer on the agenda: your slot at Kick-off',
  ])
  expect(here.to(who).flatMap(calendarsIn)).toMatchObject([
    { method: 'REQUEST', sequence: 0 },
    { method: 'CANCEL', sequence: 1 },
  ])
})

test('a guest who speaks gets one letter, with their own slot, the rest, and both links', async () => {
  const here = await released()
  const who = await here.speaker('Luna', here.luna, { email: 'NOOR@example.org' })
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(30))
  await here.posted(minutes(40))
  expect(here.subjects().sort()).toEqual([
    'NOOR@example.org: Changed: your slot at Kick-off',
    'liga@example.org: Programmā ir izmaiņas: Atklāšana',
  ])
  const [mail] = here.to(who)
  expect(mail?.text).toMatch(/What else has changed\n17:15–17:25: Bats/)
  expect(mail?.text).toMatch(/\/speaker\/\S+[\s\S]*\/mine\/\S+/)
  await here.stand(who, here.luna, 'declined')
  await here.change(here.luna, { minutes: 20 })
  await here.release(minutes(50))
  await here.posted(minutes(60))
  expect(here.subjects().slice(2).sort()).toEqual([
    'liga@example.org: Programmā ir izmaiņas: Atklāšana',
    'noor@example.org: Agenda changed: Kick-off',
  ])
})

test('two speakers behind one address get one letter that names both, each with a page of their own', async () => {
  const here = await released()
  const first = await here.speaker('Luna', here.luna, { email: 'school@example.com' })
  await here.speaker('Imbir', here.bats, { email: 'School@example.com', locale: 'uk' })
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(30))
  await here.posted(minutes(40))
  const [mail, ...others] = [...here.to(first), ...here.to({ email: 'School@example.com' })]
  expect(others).toEqual([])
  expect(mail?.text).toMatch(/Luna, Imbir/)
  const tokens = [...(mail?.text ?? '').matchAll(/\/speaker\/(\S+)/g)].map(([, token = '']) => token)
  const held = await Promise.all(tokens.map((token) => speakerHeldBy(here.db, token, now)))
  expect(held.map((one) => one?.speaker.name)).toEqual(['Luna', 'Imbir'])
  const readings = calendarsIn(mail)
  expect(readings.map(({ uid, method }) => [uid, method])).toEqual([
    [here.bats.id, 'REQUEST'],
    [here.luna.id, 'REQUEST'],
  ])
  expect(mail?.attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([
    ['text/calendar', undefined],
    ['application/ics', 'bats.ics'],
    ['application/ics', 'invite.ics'],
  ])
})

test('whoever else is at the address of a speaker hears all the same when that speaker gets another, or is forgotten', async () => {
  for (const deed of ['moves', 'is forgotten'] as const) {
    const here = await released()
    const { db, project } = here
    const first = await here.speaker('Luna', here.luna, { email: 'noor@example.org' })
    await here.speaker('Imbir', here.bats, { email: 'noor@example.org' })
    await here.change(here.luna, { minutes: 15 })
    await here.release(minutes(30))
    if (deed === 'moves') await editProfile(db, project, first, { ...first, email: 'luna@example.com' }, minutes(31))
    else await forgetMe(db, filesInFolder(freshFolder()), project, first, minutes(31))
    await here.posted(minutes(41))
    expect(here.subjects()).toContain('noor@example.org: Changed: your slot at Kick-off')
    const [mail] = here.to(noor)
    expect(mail?.text).toMatch(/\/speaker\/\S+[\s\S]*What else has changed\n17:00–17:15: Luna[\s\S]*\/mine\/\S+/)
    expect(mail?.text).not.toContain('Luna, Imbir')
  }
})

test('a speaker who was taken off, or forgotten, hears nothing; nor anybody once the meeting is off', async () => {
  const here = await agendaEvening()
  const [luna, bats] = [await here.add('Luna'), await here.add('Bats')]
  const who = await here.speaker('Luna', luna)
  await here.speaker('Bats', bats)
  await here.release()
  await here.stand(who, luna, 'declined')
  await here.posted(minutes(10))
  expect(here.subjects()).toEqual(['bats@example.com: Your time is set: Kick-off'])
  await here.change(bats, { minutes: 20 })
  await here.release(minutes(20))
  await here.posted(here.kickoff.endsAt)
  expect(here.subjects()).toHaveLength(1)
  await here.change(bats, { minutes: 10 })
  await here.release(here.kickoff.endsAt)
  expect((await here.outbox()).map(({ ending }) => ending)).toEqual(expect.arrayContaining(['overtaken', 'overtaken']))
  expect(await here.outbox()).toHaveLength(3)
})

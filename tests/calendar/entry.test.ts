import { expect, test } from 'vitest'
import { meetingEntry, slotEntry } from '../../server/calendar/entry.ts'
import { meetingOf, projectOf, publicUrl, slotOf } from './entries.ts'

const at = Temporal.Instant.from
const page = `${publicUrl}/gen-y-city/stories`

test('a meeting in the calendar says what, when, where and how to get in', () => {
  expect(meetingEntry(projectOf(), meetingOf(), 'lv', publicUrl)).toEqual({
    uid: meetingOf().id,
    sequence: 2,
    changedAt: at('2026-11-02T10:00:00Z'),
    createdAt: at('2026-10-01T08:00:00Z'),
    startsAt: at('2026-12-12T15:00:00Z'),
    endsAt: at('2026-12-12T18:30:00Z'),
    zone: 'Europe/Riga',
    title: 'Trīspadsmit stāsti',
    text: `Jaunieši stāsta.\n\nKā iekļūt: Ieeja no pagalma.\n\nVairāk par tikšanos: ${page}`,
    place: 'Vienības nams, Rīgas iela 22A, Daugavpils',
    url: page,
    status: 'CONFIRMED',
    categories: ['Iekusties pilsētā!'],
    picture: `${page}/card.png?lang=lv`,
  })
})

test('what has no translation is told in the language it has', () => {
  const { title, text, place } = meetingEntry(projectOf(), meetingOf(), 'en', publicUrl)
  expect({ title, place }).toEqual({ title: 'Thirteen stories', place: 'Unity House, Rīgas iela 22A, Daugavpils' })
  expect(text).toBe(`Jaunieši stāsta.\n\nGetting in: Entrance from the yard.\n\nMore about the meeting: ${page}`)
})

test('a meeting online takes place at its link', () => {
  const online = meetingOf({ placeName: {}, address: '', accessNotes: {}, onlineUrl: 'https://meet.example.org/swing' })
  const { place, text } = meetingEntry(projectOf(), online, 'en', publicUrl)
  expect(place).toBe('https://meet.example.org/swing')
  expect(text).toContain('Join online: https://meet.example.org/swing')
})

test('a meeting in a hall and online keeps the hall as its place', () => {
  const both = meetingOf({ onlineUrl: 'https://meet.example.org/swing' })
  const { place, text } = meetingEntry(projectOf(), both, 'lv', publicUrl)
  expect(place).toBe('Vienības nams, Rīgas iela 22A, Daugavpils')
  expect(text).toContain('Pieslēdzies tiešsaistē: https://meet.example.org/swing')
})

test.each([
  ['lv', 'Atlikta tikšanās: Trīspadsmit stāsti'],
  ['en', 'Postponed: Thirteen stories'],
  ['ru', 'Отложено: Trīspadsmit stāsti'],
  ['uk', 'Відкладено: Trīspadsmit stāsti'],
] as const)('a postponed meeting says so in words in %s and blocks no time', (locale, title) => {
  const entry = meetingEntry(projectOf(), meetingOf({ status: 'postponed' }), locale, publicUrl)
  expect(entry).toMatchObject({ title, status: 'TENTATIVE', transparent: true })
})

test('a cancelled meeting is cancelled and blocks no time', () => {
  const entry = meetingEntry(projectOf(), meetingOf({ status: 'cancelled', sequence: 3 }), 'lv', publicUrl)
  expect(entry).toMatchObject({ uid: meetingOf().id, sequence: 3, status: 'CANCELLED', transparent: true })
})

test('a slot is an entry of its own, with its room and those who speak', () => {
  const url = `${page}/city-of-bats`
  expect(slotEntry(projectOf(), meetingOf(), slotOf(), 'lv', publicUrl)).toEqual({
    uid: slotOf().id,
    sequence: 3,
    changedAt: at('2026-11-05T12:00:00Z'),
    startsAt: at('2026-12-12T16:00:00Z'),
    endsAt: at('2026-12-12T16:20:00Z'),
    zone: 'Europe/Riga',
    title: 'Daugavpils – sikspārņu pilsēta',
    text: [
      'Par sikspārņiem cietoksnī.',
      'Stāsta: Sikspārņu klubs, Noor',
      'Kā iekļūt: Ieeja no pagalma.',
      `Vairāk par tikšanos: ${url}`,
    ].join('\n\n'),
    place: 'Lielā zāle, Vienības nams, Rīgas iela 22A, Daugavpils',
    url,
    status: 'CONFIRMED',
    categories: ['Iekusties pilsētā!', 'Stāsts'],
    picture: `${page}/card.png?lang=lv`,
  })
})

test('a slot goes with its meeting, and its sequence and stamp rise with either', () => {
  const off = meetingOf({ status: 'cancelled', sequence: 5, changedAt: at('2026-12-01T00:00:00Z') })
  expect(slotEntry(projectOf(), off, slotOf({ room: null }), 'lv', publicUrl)).toMatchObject({
    status: 'CANCELLED',
    sequence: 6,
    changedAt: at('2026-12-01T00:00:00Z'),
    place: 'Vienības nams, Rīgas iela 22A, Daugavpils',
  })
})

test('a slot withdrawn from the agenda is cancelled while its meeting goes on', () => {
  const entry = slotEntry(projectOf(), meetingOf(), { ...slotOf(), withdrawn: true }, 'lv', publicUrl)
  expect(entry).toMatchObject({ uid: slotOf().id, status: 'CANCELLED', transparent: true })
})

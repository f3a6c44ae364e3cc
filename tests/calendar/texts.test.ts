import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { oneLine, paragraphs } from '../../server/calendar/clean.ts'
import { type Entry, meetingEntry, slotEntry } from '../../server/calendar/entry.ts'
import { feedFile } from '../../server/calendar/feed-file.ts'
import { invitation } from '../../server/calendar/ics.ts'
import { organiserFor } from '../../server/calendar/organiser.ts'
import { config } from '../mail/config.ts'
import { meetingOf, projectOf, publicUrl, slotOf } from './entries.ts'
import { parsers } from './parsers.ts'

/** What breaks files: signs with a meaning of their own, and letters of two to many octets where a line is folded. */
const nasty = fc.constantFrom(
  ...['\\', ',', ';', ':', '"', '^', "'", '\n', '\r\n', '\u2028', '\\n', '<b>', '&amp;'],
  ...['ā', 'ķ', 'Ž', 'щ', 'ї', 'ґ', '🙂', '👩‍👩‍👧‍👦', '🇱🇻', 'e\u0301', '  '],
)
const folded = fc.record({ before: fc.integer({ min: 50, max: 76 }), after: fc.array(nasty, { maxLength: 30 }) })
const text = folded.map(({ before, after }) => `${'x'.repeat(before)}${after.join('')}`)
const short = fc.array(nasty, { maxLength: 8 }).map((signs) => `x${signs.join('')}`)
const words = fc.record({
  ...{ project: text, title: text, summary: text, place: text, address: text, notes: text },
  ...{ slot: text, about: text, room: text, speaker: short },
})

test('whatever people write, letters and feeds give it back to every parser, in lines that are not too long', async () => {
  const property = fc.asyncProperty(words, async (typed) => {
    const [project, meeting, slot] = written(typed)
    for (const entry of [
      meetingEntry(project, meeting, 'lv', publicUrl),
      slotEntry(project, meeting, slot, 'lv', publicUrl),
    ]) {
      const organiser = organiserFor(project, { replyToken: null }, 'lv', config)
      const letter = { ...entry, organiser, attendee: { email: 'noor@example.com', partstat: 'ACCEPTED' as const } }
      const feed = { name: typed.title, colour: 'sky' as const, page: publicUrl }
      const files = [invitation(letter, 'REQUEST'), await feedFile([entry], feed)]
      for (const file of files) expectWhole(file, entry)
      const named = { organizer: { name: calledName(typed.project), address: 'kopa@example.org' } }
      // ts-ics splits a name in quotation marks at a semicolon all the same.
      expect(parsers['ical.js']?.(files[0] ?? '')).toMatchObject([named])
    }
    expect(meetingEntry(project, meeting, 'lv', publicUrl)).toMatchObject({
      ...{ title: typed.title, place: `${typed.place}, ${typed.address}`, categories: [typed.project] },
      text: expect.stringContaining(typed.notes),
    })
  })
  await fc.assert(property, { numRuns: 60 })
})

function written(typed: typeof words extends fc.Arbitrary<infer Words> ? Words : never) {
  const meeting = meetingOf({
    ...{ title: { lv: typed.title }, summary: { lv: typed.summary }, placeName: { lv: typed.place } },
    ...{ address: typed.address, accessNotes: { lv: typed.notes } },
  })
  const slot = slotOf({
    ...{ title: { lv: typed.slot }, summary: { lv: typed.about }, room: { lv: typed.room } },
    speakers: [{ id: 'luna', name: typed.speaker }],
  })
  return [projectOf({ title: { lv: typed.project } }), meeting, slot] as const
}

function expectWhole(file: string, { title, place, text, categories }: Entry): void {
  const told = { summary: oneLine(title), location: oneLine(place), description: paragraphs(text) }
  for (const parse of Object.values(parsers)) expect(parse(file)).toMatchObject([told])
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
  // Together: ical.js takes a comma after an escaped backslash for an escaped one.
  expect(event?.getFirstProperty('categories')?.getValues().join()).toBe(categories.map(oneLine).join())
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
}

/** Quotation marks end a parameter; few programs know the carets that would stand for them (RFC 6868). */
function calledName(name: string): string {
  return oneLine(name).replaceAll('"', "'").replace(/[\\^]/g, '')
}

import { expect, test } from 'vitest'
import type { Localised } from '../../db/languages.ts'
import type { Standing } from '../../db/schema.ts'
import { timetable } from '../../server/agenda/timetable.ts'
import { warningsOf } from '../../server/agenda/warnings.ts'

const startsAt = Temporal.Instant.from('2026-12-12T15:00:00Z')
const noor = speaking('Noor')
const sami = speaking('Sami')
const day = { id: 'saturday', startsAt, endsAt: startsAt.add({ hours: 2 }) }

test('slots that follow each other are nothing to warn of', () => {
  expect(warned([slot('luna', { speakers: [noor] }), slot('bats', { speakers: [noor] })])).toEqual({})
})

test('an overlap in a room is said on both slots', () => {
  const slots = [slot('luna', { minutes: 30 }), slot('photo', { pinnedAt: startsAt.add({ minutes: 10 }) })]
  expect(warned(slots)).toEqual({ luna: ['overlap photo'], photo: ['overlap luna'] })
})

test('side by side in two rooms is no overlap, but a break in all rooms would be', () => {
  const slots = [slot('luna', { roomId: 'hall', minutes: 30 }), slot('createam', { roomId: 'studio', minutes: 45 })]
  expect(warned(slots)).toEqual({})
  const tea = slot('tea', { pinnedAt: startsAt.add({ minutes: 40 }) })
  expect(warned([...slots, tea])).toEqual({ createam: ['overlap tea'], tea: ['overlap createam'] })
})

test('nobody speaks in two places at once', () => {
  const slots = [
    slot('luna', { roomId: 'hall', speakers: [noor, sami] }),
    slot('createam', { roomId: 'studio', speakers: [sami] }),
  ]
  expect(warned(slots)).toEqual({
    luna: ['speaker-elsewhere createam Sami'],
    createam: ['speaker-elsewhere luna Sami'],
  })
})

test('what starts before the day or goes on after it is said', () => {
  const early = slot('setup', { pinnedAt: startsAt.subtract({ minutes: 30 }) })
  expect(warned([early, slot('marathon', { minutes: 121 })])).toEqual({
    setup: ['before-the-start'],
    marathon: ['past-the-end'],
  })
  expect(warned([slot('exactly', { minutes: 120 })])).toEqual({})
})

test('whoever will not be named is said, and why', () => {
  const [planned, invited] = [speaking('Noor', 'planned'), speaking('Sami', 'invited')]
  const [accepted, declined] = [speaking('Ada', 'accepted'), speaking('Olga', 'declined', false)]
  const [minor, shy] = [speaking('Juris', 'confirmed', false), speaking('Marta', 'invited', false)]
  const slots = [slot('luna', { speakers: [planned, invited, accepted, declined, minor, shy, speaking('Ilze')] })]
  expect(warned(slots)).toEqual({
    luna: [
      'planned Noor',
      'invited Sami',
      'accepted Ada',
      'declined Olga',
      'guardian Juris',
      'invited Marta',
      'guardian Marta',
    ],
  })
})

test('a title, or a summary that there is, is wanted in every language of the project', () => {
  expect(warned([slot('luna', { title: { lv: 'Luna' } })])).toEqual({ luna: ['untranslated en'] })
  expect(warned([slot('luna', { summary: { en: 'A story.' } })])).toEqual({ luna: ['untranslated lv'] })
  expect(warned([slot('luna', { title: {} })])).toEqual({ luna: ['untranslated lv,en'] })
  expect(warned([slot('luna', { summary: { lv: '', en: '' } })])).toEqual({})
})

test('a blocker, which only organisers see, is warned of where it stands, and in the tray nothing is', () => {
  const blocker = { internal: true, title: { lv: 'Skaņa' }, speakers: [speaking('Noor', 'invited')] }
  expect(warned([slot('sound', blocker)])).toEqual({})
  expect(warned([slot('sound', { ...blocker, minutes: 121 })])).toEqual({ sound: ['past-the-end'] })
  expect(warned([slot('luna', { dayId: null, title: {} })])).toEqual({})
})

let position = 0
function slot(id: string, details: Partial<Planned> = {}): Planned {
  position += 1
  const plain = {
    dayId: day.id,
    roomId: null,
    minutes: 10,
    gapMinutes: 0,
    pinnedAt: null,
    internal: false,
    speakers: [],
  }
  const words = { title: { lv: id, en: id }, summary: {} }
  return { id, position, ...words, ...plain, ...details }
}

type Speaker = { id: string; name: string; standing: Standing; mayBeNamed: boolean }

function speaking(name: string, standing: Standing = 'confirmed', mayBeNamed = true): Speaker {
  return { id: name.toLowerCase(), name, standing, mayBeNamed }
}

type Planned = {
  id: string
  dayId: string | null
  roomId: string | null
  position: number
  minutes: number
  gapMinutes: number
  pinnedAt: Temporal.Instant | null
  title: Localised
  summary: Localised
  internal: boolean
  speakers: Speaker[]
}

/** "overlap luna": what is wrong, and with which other slot; by the slot's id. */
function warned(slots: readonly Planned[]): Record<string, string[]> {
  const found = [...warningsOf([day], timetable([day], slots), ['lv', 'en'])].filter(
    ([, warnings]) => warnings.length > 0,
  )
  return Object.fromEntries(
    found.map(([id, warnings]) => [
      id,
      warnings.map((warning) => {
        if (warning.kind === 'overlap') return `overlap ${warning.with.id}`
        if (warning.kind === 'speaker-elsewhere') return `speaker-elsewhere ${warning.with.id} ${warning.speaker}`
        if ('speaker' in warning) return `${warning.kind} ${warning.speaker}`
        if (warning.kind === 'untranslated') return `untranslated ${warning.locales}`
        return warning.kind
      }),
    ]),
  )
}

import type { Both } from '../shapes.ts'

export type DemoPoll = {
  kind: 'one' | 'several' | 'scale' | 'words'
  question: Both
  options: { label: Both; votes: number }[]
  /** Of words: what was said, and how often. */
  words?: Record<string, number>
}

/** Asked at the last meeting. */
export const polls: DemoPoll[] = [
  {
    kind: 'one',
    question: { lv: 'Ar ko sākam?', en: 'What do we start with?' },
    options: [
      { label: { lv: 'Vieta, kur satikties', en: 'A place to meet' }, votes: 24 },
      { label: { lv: 'Pasākumu kalendārs', en: 'A calendar of events' }, votes: 13 },
      { label: { lv: 'Koncerti cietoksnī', en: 'Concerts in the fortress' }, votes: 11 },
    ],
  },
  {
    kind: 'words',
    question: { lv: 'Daugavpils vienā vārdā', en: 'Daugavpils in one word' },
    options: [],
    words: { daudzveidība: 9, mājas: 7, cietoksnis: 5, sikspārņi: 4, tramvajs: 3, miers: 2 },
  },
]

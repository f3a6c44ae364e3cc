import type { AnswerValue } from '../../server/questions/answer-value.ts'
import type { Question, QuestionKind } from '../schema.ts'
import type { Both } from './shapes.ts'

export type DemoQuestion = {
  kind: QuestionKind
  asked: Question['asked']
  label: Both
  hint?: Both
  options?: { id: string; label: Both }[]
  keepDays?: number
  /** The number of an earlier one, and which answers to it. */
  onlyIf?: { question: number; answers: string[] }
  visibleTo?: Question['visibleTo']
}

/** What whoever comes to the open meeting is asked, if they like to answer; about food and needs only once the place is sure. */
export const questions: readonly DemoQuestion[] = [
  {
    kind: 'choice',
    asked: 'at-sign-up',
    label: { lv: 'Kā uzzināji par tikšanos?', en: 'How did you hear of the meeting?' },
    options: [
      { id: 'friends', label: { lv: 'No draugiem', en: 'From friends' } },
      { id: 'school', label: { lv: 'Skolā', en: 'At school' } },
      { id: 'social', label: { lv: 'Sociālajos tīklos', en: 'In social media' } },
      { id: 'other', label: { lv: 'Citādi', en: 'Some other way' } },
    ],
  },
  {
    kind: 'yes-no',
    asked: 'with-place',
    label: { lv: 'Vai pauzē ēdīsi kopā ar mums?', en: 'Will you eat with us in the break?' },
    hint: { lv: 'Būs tēja un maizītes.', en: 'There will be tea and sandwiches.' },
    keepDays: 3,
  },
  {
    kind: 'choices',
    asked: 'with-place',
    label: { lv: 'Ko tu neēd?', en: 'What do you not eat?' },
    options: [
      { id: 'meat', label: { lv: 'Gaļu', en: 'Meat' } },
      { id: 'milk', label: { lv: 'Piena produktus', en: 'Milk products' } },
      { id: 'gluten', label: { lv: 'Glutēnu', en: 'Gluten' } },
    ],
    onlyIf: { question: 1, answers: ['yes'] },
    keepDays: 3,
  },
  {
    kind: 'long-text',
    asked: 'with-place',
    label: { lv: 'Kas tev palīdzētu justies labi?', en: 'What would help you feel at ease?' },
    hint: {
      lv: 'Piemēram, vieta pirmajā rindā, tulks vai klusāks stūris.',
      en: 'For example a seat in the first row, an interpreter or a quieter corner.',
    },
    visibleTo: ['organiser', 'door'],
    keepDays: 3,
  },
]

/** What one guest after the other answers to them, in their order; null is nothing. */
export const answers: readonly (readonly (AnswerValue | null)[])[] = [
  [{ chosen: ['friends'] }, { chosen: ['yes'] }, { chosen: ['meat'] }, null],
  [{ chosen: ['social'] }, { chosen: ['yes'] }, null, null],
  [{ chosen: ['school'] }, { chosen: ['no'] }, null, null],
  [{ chosen: ['friends'] }, { chosen: ['yes'] }, { chosen: ['milk', 'gluten'] }, null],
  [null, null, null, null],
  [{ chosen: ['social'] }, { chosen: ['yes'] }, { chosen: ['meat', 'milk'] }, null],
  [{ chosen: ['school'] }, null, null, null],
  [{ chosen: ['other'] }, { chosen: ['yes'] }, null, { text: 'Vieta tuvāk durvīm, nāku ar ratiņkrēslu.' }],
  [{ chosen: ['friends'] }, { chosen: ['yes'] }, null, null],
  [{ chosen: ['social'] }, { chosen: ['no'] }, null, null],
  [null, { chosen: ['yes'] }, { chosen: ['gluten'] }, null],
  [{ chosen: ['friends'] }, { chosen: ['yes'] }, null, null],
  [{ chosen: ['school'] }, { chosen: ['yes'] }, null, { text: 'Klusāks stūris, kur pauzē pabūt.' }],
]

/** The places of the one workshop that people sign up for by themselves, and how many of the guests do. */
export const workshop = { type: 'workshop', places: 12, guests: 14 } as const

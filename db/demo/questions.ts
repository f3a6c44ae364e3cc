import type { Question, QuestionKind } from '../schema.ts'
import type { Both } from './shapes.ts'

export type DemoQuestion = {
  kind: QuestionKind
  asked: Question['asked']
  label: Both
  hint?: Both
  options?: { id: string; label: Both }[]
  keepDays?: number
}

/** What whoever comes to the open meeting is asked, if they like to answer; the second only once the place is sure. */
export const questions: [DemoQuestion, DemoQuestion, DemoQuestion] = [
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
    kind: 'choices',
    asked: 'with-place',
    label: { lv: 'Ko tu neēd?', en: 'What do you not eat?' },
    hint: { lv: 'Pauzē būs maizītes.', en: 'There will be sandwiches in the break.' },
    options: [
      { id: 'meat', label: { lv: 'Gaļu', en: 'Meat' } },
      { id: 'milk', label: { lv: 'Piena produktus', en: 'Milk products' } },
      { id: 'gluten', label: { lv: 'Glutēnu', en: 'Gluten' } },
    ],
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
    keepDays: 3,
  },
]

/** The places of the one workshop that people sign up for by themselves, and how many of the guests do. */
export const workshop = { type: 'workshop', places: 12, guests: 14 } as const

import { expect, test } from 'vitest'
import type { AnswerValue } from '../../server/questions/answer-value.ts'
import { mayRead } from '../../server/questions/may-read.ts'
import { answerText, isReworded } from '../../views/questions/answer-text.ts'
import { say } from '../../views/say.ts'

const diet = {
  id: 'first',
  options: [
    { id: 'veg', label: { lv: 'Veģetāri', en: 'Vegetarian' } },
    { id: 'all', label: { lv: 'Visu' } },
  ],
}

test.each<[string, AnswerValue, string]>([
  ['a text', { text: 'no nuts' }, 'no nuts'],
  ['an option', { chosen: ['veg'] }, 'Vegetarian'],
  ['options in the order of the question', { chosen: ['all', 'veg'] }, 'Vegetarian, Visu'],
  ['yes', { chosen: ['yes'] }, 'yes'],
  ['a number', { number: 36.5 }, '36.5'],
  ['a date', { date: '2010-02-03' }, '3 February 2010'],
  ['a class', { counts: { all: 20, veg: 3 } }, 'Vegetarian: 3, Visu: 20'],
  ['a file', { file: 'some-id' }, 'consent.pdf'],
])('%s is read in the words it was asked in', (_, value, text) => {
  expect(answerText(say('en'), ['lv', 'en'], diet, value, [{ id: 'some-id', name: 'consent.pdf' }])).toBe(text)
})

test('an answer to other words is known as one; a translation added since changes nothing', () => {
  const put = { label: { lv: 'Ko tu ēd?' } }
  expect(isReworded(put, { label: { lv: 'Ko tu ēd?', en: 'What do you eat?' } })).toBe(false)
  expect(isReworded(put, { label: { lv: 'Ko tu dzer?', en: 'What do you eat?' } })).toBe(true)
})

test('owners read every answer, others only what names their role, and nobody else any', () => {
  const read = (visibleTo: ('organiser' | 'door')[]) =>
    (['owner', 'organiser', 'door', 'moderator', null] as const).filter((role) => mayRead(role, { visibleTo }))
  expect(read([])).toEqual(['owner'])
  expect(read(['organiser'])).toEqual(['owner', 'organiser'])
  expect(read(['organiser', 'door'])).toEqual(['owner', 'organiser', 'door'])
})

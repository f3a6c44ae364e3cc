import { expect, test } from 'vitest'
import type { Answer, Question, Wording } from '../../db/schema.ts'
import { type AnswerValue, storedValue } from '../../server/questions/answer-value.ts'
import { countsOf } from '../../server/questions/counts.ts'
import { now } from '../world.ts'

const question: Question = {
  id: 'diet',
  meetingId: 'kickoff',
  position: 1,
  kind: 'choices',
  required: false,
  asked: 'with-place',
  onlyIf: null,
  visibleTo: ['organiser'],
  keepDays: null,
  retiredAt: null,
  createdAt: now,
}
const wording = (number: number, options: Wording['options']): Wording => ({
  id: `wording-${number}`,
  questionId: question.id,
  number,
  label: { lv: 'Ko ēd?' },
  hint: {},
  options,
  since: now,
})
const said = (number: number, value: AnswerValue): Answer => ({
  registrationId: `${Math.random()}`,
  questionId: question.id,
  wordingId: `wording-${number}`,
  value: storedValue(value),
  at: now,
})

test('people are counted by what they chose, classes with as many as they say', () => {
  const only = wording(1, [
    { id: 'veg', label: { lv: 'Veģetāri' } },
    { id: 'all', label: { lv: 'Visu' } },
  ])
  const answers = [said(1, { chosen: ['veg'] }), said(1, { chosen: ['veg', 'all'] }), said(1, { counts: { all: 20 } })]
  const counts = countsOf({ question, wordings: [only], wording: only }, answers)
  expect(counts.map(({ id, people }) => [id, people])).toEqual([
    ['veg', 2],
    ['all', 21],
  ])
})

test('an option that was called something else, or is gone, is counted apart; a translation changes nothing', () => {
  const first = wording(1, [
    { id: 'veg', label: { lv: 'Veģetāri' } },
    { id: 'fish', label: { lv: 'Zivis' } },
  ])
  const second = wording(2, [{ id: 'veg', label: { lv: 'Veģetāri', en: 'Vegetarian' } }])
  const third = wording(3, [{ id: 'veg', label: { lv: 'Vegāni', en: 'Vegan' } }])
  const answers = [
    said(1, { chosen: ['veg'] }),
    said(1, { chosen: ['fish'] }),
    said(2, { chosen: ['veg'] }),
    said(3, { chosen: ['veg'] }),
  ]
  expect(countsOf({ question, wordings: [first, second, third], wording: third }, answers)).toEqual([
    { id: 'veg', label: { lv: 'Vegāni', en: 'Vegan' }, people: 1, isFormer: false },
    { id: 'veg', label: { lv: 'Veģetāri' }, people: 2, isFormer: true },
    { id: 'fish', label: { lv: 'Zivis' }, people: 1, isFormer: true },
  ])
})

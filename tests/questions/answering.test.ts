import { expect, test } from 'vitest'
import type { Answer, QuestionKind } from '../../db/schema.ts'
import { readForm } from '../../server/forms.ts'
import { type Answering, answersForm } from '../../server/questions/answer-form.ts'
import { type AnswerValue, storedValue } from '../../server/questions/answer-value.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { now } from '../world.ts'
import { eaten } from './cast.ts'

function asks(kind: QuestionKind, details: Partial<AskedQuestion['question']> & { id?: string } = {}): AskedQuestion {
  const id = details.id ?? 'q'
  const question = {
    ...{ id, meetingId: 'kickoff', position: 1, kind, required: false, asked: 'at-sign-up' as const, onlyIf: null },
    ...{ visibleTo: [], keepDays: null, retiredAt: null, createdAt: now, ...details },
  }
  const options = kind === 'choice' || kind === 'choices' ? eaten : []
  const wording = { id: `${id}-1`, questionId: id, number: 1, label: { lv: id }, hint: {}, options, since: now }
  return { question, wording, wordings: [wording] }
}

function read(asked: AskedQuestion[], body: Record<string, unknown>, answering?: Answering) {
  const { values, problems } = readForm(answersForm(asked, answering), body)
  if (problems) return Object.fromEntries(problems.map(({ field, key }) => [field, key]))
  return Object.fromEntries(values.answers.map(({ questionId, value }) => [questionId, value]))
}

const nothing = { q: null }
const a = (typed: string, field = 'answers.q') => ({ [field]: typed })
const ticked = (...ids: string[]) => Object.fromEntries(ids.map((id) => [`answers.q.${id}`, 'yes']))

test.each<[QuestionKind, Record<string, unknown>, Record<string, unknown>]>([
  ['text', a(' bez riekstiem '), { q: { text: 'bez riekstiem' } }],
  ['text', a('\u200b'), nothing],
  ['text', a('x'.repeat(201)), { 'answers.q': 'problem.too-long' }],
  ['text', a('one\ntwo'), { 'answers.q': 'problem.characters' }],
  ['text', a('a\0b'), { 'answers.q': 'problem.characters' }],
  ['text', { 'answers.q': ['a', 'b'] }, { 'answers.q': 'problem.repeated' }],
  ['text', a('x', 'answers.q.deep'), { 'answers.q': 'problem.unknown' }],
  ['long-text', a('one\n\ntwo'), { q: { text: 'one\n\ntwo' } }],
  ['long-text', a('x'.repeat(2001)), { 'answers.q': 'problem.too-long' }],
  ['choice', a('veg'), { q: { chosen: ['veg'] } }],
  ['choice', a('fish'), { 'answers.q': 'problem.choice' }],
  ['choice', a('__proto__'), { 'answers.q': 'problem.choice' }],
  ['choices', ticked('all', 'veg'), { q: { chosen: ['veg', 'all'] } }],
  ['choices', ticked('fish'), { 'answers.q': 'problem.choice' }],
  ['choices', ticked('__proto__'), nothing],
  ['choices', {}, nothing],
  ['yes-no', a('no'), { q: { chosen: ['no'] } }],
  ['yes-no', a('maybe'), { 'answers.q': 'problem.choice' }],
  ['number', a('36,5'), { q: { number: 36.5 } }],
  ['number', a('-3'), { q: { number: -3 } }],
  ['number', a('1e9'), { 'answers.q': 'questions.no-number' }],
  ['number', a('NaN'), { 'answers.q': 'questions.no-number' }],
  ['number', a('99999999999'), { 'answers.q': 'problem.too-big' }],
  ['date', a('2010-02-28'), { q: { date: '2010-02-28' } }],
  ['date', a('2010-02-30'), { 'answers.q': 'problem.date' }],
  ['date', a('0001-01-01'), { 'answers.q': 'problem.date' }],
  ['file', a('../../etc/passwd'), {}],
])('%s: %j is read as it should be', (kind, body, expected) => {
  expect(read([asks(kind)], body)).toEqual(expected)
})

test('what must be answered is missed, what may stay open is not', () => {
  const all = (['text', 'long-text', 'choice', 'choices', 'yes-no', 'number', 'date'] as const).map((kind) =>
    asks(kind, { id: kind, required: true }),
  )
  const missed = Object.fromEntries(all.map(({ question }) => [`answers.${question.id}`, 'problem.required']))
  expect(read(all, {})).toEqual(missed)
  expect(read([asks('file', { required: true })], {})).toEqual({})
})

const meal = asks('yes-no', { id: 'meal' })
const diet = asks('choice', { id: 'diet', required: true, onlyIf: { questionId: 'meal', answers: ['yes'] } })
const why = asks('text', { id: 'why', required: true, onlyIf: { questionId: 'diet', answers: ['veg'] } })

test('an answer whose condition does not hold is dropped, with all that hangs on it', () => {
  const typed = { 'answers.diet': 'veg', 'answers.why': 'x' }
  expect(read([meal, diet, why], { ...typed, 'answers.meal': 'no' })).toEqual({
    ...{ meal: { chosen: ['no'] }, diet: null, why: null },
  })
  expect(read([meal, diet, why], typed)).toEqual({ meal: null, diet: null, why: null })
  expect(read([meal, diet, why], { 'answers.meal': 'yes' })).toEqual({ 'answers.diet': 'problem.required' })
  expect(read([meal, diet, why], { ...typed, 'answers.meal': 'yes' })).toEqual({
    ...{ meal: { chosen: ['yes'] }, diet: { chosen: ['veg'] }, why: { text: 'x' } },
  })
})

const said = (question: string, wordingId: string, text: string) => ({
  ...{ registrationId: 'noor', questionId: question, wordingId, at: now },
  value: storedValue({ text }),
})

test('an answer given before the question had its condition stays, until whoever gave it takes back what it hangs on', () => {
  const given = (question: string, value: AnswerValue): Answer => ({
    ...{ registrationId: 'noor', questionId: question, wordingId: `${question}-1`, at: now },
    value: storedValue(value),
  })
  const answering = (before: Answer[]) => ({ before, seats: null })
  const past = answering([given('meal', { chosen: ['no'] }), given('diet', { chosen: ['veg'] })])
  expect(read([meal, diet], { 'answers.meal': 'no' }, past)).toEqual({ meal: { chosen: ['no'] } })
  const own = answering([given('meal', { chosen: ['yes'] }), given('diet', { chosen: ['veg'] })])
  expect(read([meal, diet], { 'answers.meal': 'no' }, own)).toEqual({ meal: { chosen: ['no'] }, diet: null })
})

test('an answer belongs to the words that stood in the form, also when they have changed since', () => {
  const [before, after] = [asks('choice').wording, { ...asks('choice').wording, id: 'q-2', options: eaten.slice(0, 1) }]
  const reworded = { ...asks('choice'), wording: after, wordings: [before, after] }
  const wordingOf = (body: Record<string, string>) =>
    readForm(answersForm([reworded]), body).values?.answers[0]?.wordingId
  expect(wordingOf({ 'worded.q': 'q-1', 'answers.q': 'all' })).toBe('q-1')
  expect(wordingOf({ 'answers.q': 'veg' })).toBe('q-2')
  expect(wordingOf({ 'worded.q': 'of-another', 'answers.q': 'veg' })).toBe('q-2')
  expect(read([reworded], { 'worded.q': 'q-2', 'answers.q': 'all' })).toEqual({ 'answers.q': 'problem.choice' })
})

test('what was answered in other words, or did not stand in the form, stays when its field is empty', () => {
  const [before, after] = [asks('text').wording, { ...asks('text').wording, id: 'q-2' }]
  const reworded = { ...asks('text', { required: true }), wording: after, wordings: [before, after] }
  const answering = { before: [said('q', 'q-1', 'x')], seats: null }
  expect(read([reworded], { 'worded.q': 'q-2', 'answers.q': '' }, answering)).toEqual({})
  expect(read([reworded], {}, answering)).toEqual({})
  const optional = asks('text')
  expect(read([optional], { 'worded.q': 'q-1', 'answers.q': '' }, answering)).toEqual({ q: null })
  expect(read([optional], {}, answering)).toEqual({})
})

test('of a class it is counted how many would choose what, and no more than come', () => {
  const answering = { before: [], seats: 24 }
  const typed = (veg: string, all: string) => ({ 'answers.q.veg': veg, 'answers.q.all': all })
  expect(read([asks('choice')], typed('3', '21'), answering)).toEqual({ q: { counts: { veg: 3, all: 21 } } })
  expect(read([asks('choice')], typed('3', ''), answering)).toEqual({ q: { counts: { veg: 3 } } })
  expect(read([asks('choice')], typed('0', ''), answering)).toEqual({ q: { counts: { veg: 0 } } })
  expect(read([asks('choice')], typed('', ''), answering)).toEqual(nothing)
  expect(read([asks('choice')], typed('4', '21'), answering)).toEqual({ 'answers.q': 'questions.more-than-come' })
  expect(read([asks('choices')], typed('24', '24'), answering)).toEqual({ q: { counts: { veg: 24, all: 24 } } })
  expect(read([asks('choices')], typed('25', ''), answering)).toEqual({ 'answers.q.veg': 'problem.too-big' })
  expect(read([asks('yes-no')], { 'answers.q.yes': '-1' }, answering)).toEqual({ 'answers.q.yes': 'problem.number' })
  expect(read([asks('choice')], typed('three', ''), answering)).toEqual({ 'answers.q.veg': 'problem.number' })
  expect(read([asks('choice', { required: true })], {}, answering)).toEqual({ 'answers.q': 'problem.required' })
})

import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { answers, history } from '../../db/schema.ts'
import { copyMeeting } from '../../server/meetings/copy-meeting.ts'
import { meetingOf } from '../../server/meetings/queries.ts'
import { addQuestion } from '../../server/questions/add-question.ts'
import { storedValue } from '../../server/questions/answer-value.ts'
import { editQuestion } from '../../server/questions/edit-question.ts'
import { moveQuestion } from '../../server/questions/move-question.ts'
import { type AskedQuestion, questionsOf } from '../../server/questions/queries.ts'
import { bringBackQuestion, deleteQuestion, retireQuestion } from '../../server/questions/retire-question.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { now, world } from '../world.ts'
import { ask, eaten, input } from './cast.ts'

const labels = async (db: Database, meeting: Meeting) =>
  (await questionsOf(db, meeting)).map(
    ({ question, wording }) => `${wording.label.lv}${question.retiredAt ? ' –' : ''}`,
  )

async function desk(meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const where = { project: here.project, meeting: here.kickoff }
  const { registration } = await register(
    here.db,
    here.project,
    here.kickoff,
    { ...noor, groupId: here.pupils.id },
    now,
  )
  const answer = async ({ question, wording }: AskedQuestion) => {
    const row = { registrationId: registration.id, questionId: question.id, wordingId: wording.id, at: now }
    await here.db.transact((tx) => tx.insert(answers).values({ ...row, value: storedValue({ text: 'x' }) }), {
      touches: 'nothing',
    })
  }
  return { ...here, where, answer }
}

test('questions are asked in their order, which can be changed', async () => {
  const { db, kickoff, owner, where, ...here } = await desk()
  for (const label of ['A', 'B', 'C']) await ask({ db, kickoff, owner, ...here }, 'text', label)
  const [a, b, c] = (await questionsOf(db, kickoff)).map(({ question }) => question)
  await moveQuestion(db, where, c ?? { id: '' }, 'up', owner, now)
  await moveQuestion(db, where, a ?? { id: '' }, 'up', owner, now)
  expect(await labels(db, kickoff)).toEqual(['A', 'C', 'B'])
  await retireQuestion(db, where, c ?? { id: '' }, owner, now)
  await moveQuestion(db, where, b ?? { id: '' }, 'up', owner, now)
  expect(await labels(db, kickoff)).toEqual(['B', 'C –', 'A'])
  await bringBackQuestion(db, where, c ?? { id: '' }, owner, now)
  expect(await labels(db, kickoff)).toEqual(['B', 'A', 'C'])
  const deeds = (await db.select().from(history)).map(({ deed }) => deed).filter((deed) => deed.startsWith('question.'))
  expect(deeds.sort()).toEqual([
    ...['question.added', 'question.added', 'question.added', 'question.brought-back'],
    ...['question.moved', 'question.moved', 'question.retired'],
  ])
})

test('adding one twice from the same form adds it once', async () => {
  const { db, kickoff, owner, where } = await desk()
  for (let i = 0; i < 2; i += 1) await addQuestion(db, where, 'text', input('A'), owner, now, 'once')
  expect(await labels(db, kickoff)).toEqual(['A'])
})

test('new words of a question people have seen are a wording of their own; the old one stays as it was', async () => {
  const here = await desk()
  const { db, kickoff, owner, where } = here
  const asked = await ask(here, 'choice', 'Ko tu ēd?')
  const changed = input('Ko ēdīsi?', { options: eaten.slice(1) })
  for (let i = 0; i < 2; i += 1) await editQuestion(db, where, asked.question, changed, owner, now)
  const [after] = await questionsOf(db, kickoff)
  expect(after?.wordings.map(({ number, label, options }) => [number, label.lv, options.length])).toEqual([
    [1, 'Ko tu ēd?', 2],
    [2, 'Ko ēdīsi?', 1],
  ])
})

test('in a draft that nobody has answered the words are simply changed', async () => {
  const here = await world({ status: 'draft' })
  const asked = await ask(here, 'text', 'Ko tu ēd?')
  const where = { project: here.project, meeting: here.kickoff }
  await editQuestion(here.db, where, asked.question, input('Ko ēdīsi?'), here.owner, now)
  const [after] = await questionsOf(here.db, here.kickoff)
  expect(after?.wordings.map(({ number, label }) => [number, label.lv])).toEqual([[1, 'Ko ēdīsi?']])
})

test('an answered question is retired, not deleted, and promises nobody less than it did', async () => {
  const here = await desk()
  const { db, kickoff, owner, where } = here
  const asked = await ask(here, 'text', 'A', { keepDays: 7 })
  await here.answer(asked)
  await expect(deleteQuestion(db, where, asked.question, owner, now)).rejects.toThrow('questions.is-answered')
  for (const [changes, why] of [
    [{ keepDays: 8 }, 'questions.longer'],
    [{ keepDays: null }, 'questions.longer'],
    [{ keepDays: 7, visibleTo: ['organiser', 'door'] }, 'questions.wider'],
  ] as const) {
    const edited = input('A', { ...changes, visibleTo: [...('visibleTo' in changes ? changes.visibleTo : [])] })
    await expect(editQuestion(db, where, asked.question, edited, owner, now)).rejects.toThrow(why)
  }
  await editQuestion(db, where, asked.question, input('A', { keepDays: 3, visibleTo: [] }), owner, now)
  await retireQuestion(db, where, asked.question, owner, now)
  expect(await labels(db, kickoff)).toEqual(['A –'])
  expect(await db.select().from(answers)).toHaveLength(1)
})

test('conditions hang on earlier questions that are asked, and hold those in their place', async () => {
  const here = await desk()
  const { db, kickoff, owner, where } = here
  const first = await ask(here, 'choice', 'Ko ēd?')
  const onlyIf = { questionId: first.question.id, answers: ['veg'] }
  const second = await ask(here, 'text', 'Kāpēc?', { onlyIf })
  const later = await ask(here, 'yes-no', 'Vēl?', { asked: 'with-place' })
  const refused = async (question: { id: string }, changes: Parameters<typeof input>[1], why: string) =>
    await expect(editQuestion(db, where, question, input('X', changes), owner, now)).rejects.toThrow(why)

  const gone = 'questions.no-condition'
  await refused(first.question, { options: eaten, onlyIf: { questionId: second.question.id, answers: ['yes'] } }, gone)
  await refused(first.question, { options: eaten, onlyIf: { questionId: first.question.id, answers: ['veg'] } }, gone)
  await refused(second.question, { onlyIf: { questionId: later.question.id, answers: ['yes'] } }, gone)
  await refused(later.question, { onlyIf: { questionId: first.question.id, answers: ['fish'] } }, gone)
  await refused(later.question, { onlyIf: { questionId: first.question.id, answers: [] } }, gone)
  await refused(later.question, { onlyIf: { questionId: 'nothing', answers: ['yes'] } }, gone)
  await refused(first.question, { options: eaten.slice(1) }, 'questions.option-needed')
  await refused(first.question, { options: eaten, asked: 'with-place' }, 'questions.needed-at-sign-up')
  const hangs = expect(
    addQuestion(
      db,
      where,
      'text',
      input('Y', { onlyIf: { questionId: later.question.id, answers: ['yes'] } }),
      owner,
      now,
    ),
  )
  await hangs.rejects.toThrow(gone)
  for (const act of [retireQuestion, deleteQuestion])
    await expect(act(db, where, first.question, owner, now)).rejects.toThrow('questions.others-hang')
  await expect(moveQuestion(db, where, second.question, 'up', owner, now)).rejects.toThrow('questions.order-needed')

  await retireQuestion(db, where, second.question, owner, now)
  await retireQuestion(db, where, first.question, owner, now)
  await expect(bringBackQuestion(db, where, second.question, owner, now)).rejects.toThrow('questions.condition-gone')
  expect(await labels(db, kickoff)).toEqual(['Ko ēd? –', 'Kāpēc? –', 'Vēl?'])
})

test('a copy of the meeting asks the same, and has nobody’s answers', async () => {
  const here = await desk()
  const { db, project, kickoff, owner, where } = here
  const first = await ask(here, 'choice', 'Ko ēd?')
  await ask(here, 'text', 'Kāpēc?', { onlyIf: { questionId: first.question.id, answers: ['veg'] } })
  const gone = await ask(here, 'text', 'Vairs ne')
  await here.answer(gone)
  await retireQuestion(db, where, gone.question, owner, now)
  await editQuestion(db, where, first.question, input('Ko ēdīsi?', { options: eaten }), owner, now)
  await copyMeeting(db, project, kickoff, { slug: 'next', startsAt: kickoff.startsAt.add({ hours: 24 }) }, owner, now)
  const copy = (await meetingOf(db, project, 'next')) ?? kickoff
  const copied = await questionsOf(db, copy)
  expect(copied.map(({ wordings }) => wordings.map(({ number, label }) => [number, label.lv]))).toEqual([
    [[1, 'Ko ēdīsi?']],
    [[1, 'Kāpēc?']],
  ])
  expect(copied[1]?.question.onlyIf).toEqual({ questionId: copied[0]?.question.id, answers: ['veg'] })
  expect(await db.select().from(answers)).toHaveLength(1)
})

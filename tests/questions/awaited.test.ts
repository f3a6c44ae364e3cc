import { expect, test } from 'vitest'
import type { Answer } from '../../db/schema.ts'
import { storedValue } from '../../server/questions/answer-value.ts'
import { awaitedQuestions } from '../../server/questions/open-questions.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { now, world } from '../world.ts'
import { ask } from './cast.ts'

test('what comes with the place is waited for until something of it is answered, what must be answered until it is', async () => {
  const here = await world()
  const school = await ask(here, 'text', 'Skola')
  const needs = await ask(here, 'text', 'Vajadzības', { asked: 'with-place' })
  const diet = await ask(here, 'choices', 'Diēta', { asked: 'with-place' })
  const permission = await ask(here, 'file', 'Atļauja', { required: true })
  const awaited = (asked: AskedQuestion[], answered: AskedQuestion[]) =>
    awaitedQuestions(asked, answered.map(given)).map(({ wording }) => wording.label.lv)
  expect(awaited([school], [])).toEqual([])
  expect(awaited([school, needs, diet, permission], [])).toEqual(['Vajadzības', 'Diēta', 'Atļauja'])
  expect(awaited([school, needs, diet, permission], [school])).toEqual(['Vajadzības', 'Diēta', 'Atļauja'])
  expect(awaited([school, needs, diet, permission], [needs])).toEqual(['Atļauja'])
  expect(awaited([school, needs, diet, permission], [needs, permission])).toEqual([])
})

function given({ question, wording }: AskedQuestion): Answer {
  const own = { registrationId: 'noor', questionId: question.id, wordingId: wording.id, at: now }
  return { ...own, value: storedValue({ text: 'x' }) }
}

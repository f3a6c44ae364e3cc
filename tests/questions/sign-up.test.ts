import { expect, test } from 'vitest'
import { answers, registrations } from '../../db/schema.ts'
import { answerValue } from '../../server/questions/answer-value.ts'
import { noor } from '../cast.ts'
import { dump } from '../dump.ts'
import { form, testApp, world } from '../world.ts'
import { ask } from './cast.ts'

const path = '/gen-y-city/kickoff/register'

async function signingUp() {
  const here = await world()
  const app = await testApp(here.db)
  const send = async (fields: Record<string, string>) => {
    const person = { name: noor.name, email: noor.email, group: here.pupils.id }
    return await app.inject({ method: 'POST', url: `${path}?lang=en`, ...form({ ...person, ...fields }) })
  }
  const page = async (lang = 'en') => (await app.inject({ url: `${path}?lang=${lang}` })).body
  return { ...here, app, send, page }
}

test('the sign-up form puts what is asked at sign-up, and nothing that waits for the place', async () => {
  const here = await signingUp()
  const meal = await ask(here, 'yes-no', 'Ēdīsi?', { required: true, label: { lv: 'Ēdīsi?', en: 'Will you eat?' } })
  const onlyIf = { questionId: meal.question.id, answers: ['yes'] }
  await ask(here, 'choice', 'Ko?', { onlyIf, hint: { lv: 'Pusdienās' } })
  await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  await ask(here, 'file', 'Atļauja?')
  const page = await here.page()
  expect(page).toContain('Will you eat?')
  expect(page).toContain('<span lang="lv">Ko?</span> <span class="badge language"')
  expect(page).toContain('<span lang="lv">Pusdienās</span>')
  expect(page).toContain('Only if the answer to “Will you eat?” is: yes')
  expect(page).not.toContain('Alerģijas?')
  expect(page).not.toContain('Atļauja?')
})

test('what is wrong stands beside its field, with everything as it was typed, and nobody is registered', async () => {
  const here = await signingUp()
  const { question } = await ask(here, 'number', 'Cik?', { required: true })
  const { question: other } = await ask(here, 'choice', 'Ko?')
  const typed = { email: '', [`answers.${question.id}`]: 'daudz', [`answers.${other.id}`]: 'veg' }
  const answer = await here.send(typed)
  expect(answer.statusCode).toBe(422)
  expect(summary(answer.body)).toEqual([
    '<a href="#field-email">E-mail – This is needed.</a>',
    `<a href="#field-answers-${question.id}"><span lang="lv">Cik?</span> – A number is needed here, such as 12 or 36.5.</a>`,
  ])
  expect(answer.body).toContain('value="daudz"')
  expect(answer.body).toContain('value="veg" checked')
  expect(await here.db.select().from(registrations)).toEqual([])
})

test('answers are kept with the registration, and only to what was asked', async () => {
  const here = await signingUp()
  const meal = await ask(here, 'yes-no', 'Ēdīsi?', { required: true })
  const diet = await ask(here, 'choices', 'Ko?', { onlyIf: { questionId: meal.question.id, answers: ['yes'] } })
  const health = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const fields = {
    [`answers.${meal.question.id}`]: 'no',
    [`answers.${diet.question.id}.veg`]: 'yes',
    [`answers.${health.question.id}`]: 'nuts',
    'answers.made-up': 'x',
  }
  expect((await here.send(fields)).statusCode).toBe(303)
  const rows = await here.db.select().from(answers)
  expect(rows.map((row) => [row.questionId, row.wordingId, answerValue(row)])).toEqual([
    [meal.question.id, meal.wording.id, { chosen: ['no'] }],
  ])
})

test('whoever types a known address changes none of the answers behind it', async () => {
  const here = await signingUp()
  const { question } = await ask(here, 'text', 'Cik?')
  await here.send({ [`answers.${question.id}`]: 'mine' })
  const before = await dump(here.db)
  const again = await here.send({ [`answers.${question.id}`]: 'not mine' })
  expect(again.statusCode).toBe(303)
  expect((await dump(here.db)).answers).toEqual(before.answers)
})

test('the three fields of old are enough where nothing else must be answered', async () => {
  const here = await signingUp()
  await ask(here, 'text', 'Cik?')
  expect((await here.send({})).statusCode).toBe(303)
  expect(await here.db.select().from(answers)).toEqual([])
})

/** What is wrong, as the top of the form says it. */
function summary(body: string): string[] {
  return [...body.matchAll(/<li>(<a href="#field-.*?<\/a>)<\/li>/g)].flatMap(([, link]) => link ?? [])
}

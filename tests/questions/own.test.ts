import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { answers, type Meeting, type Registration, registrations } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { answerValue } from '../../server/questions/answer-value.ts'
import { editQuestion } from '../../server/questions/edit-question.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import type { Person } from '../../server/registrations/person.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { dump } from '../dump.ts'
import { form, now, testApp, world } from '../world.ts'
import { ask, eaten, input } from './cast.ts'

async function place(meeting: Partial<Meeting> = {}, kind: Partial<Person> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id, ...kind }, now)
  const token = await linkTo(db, registration, kickoff)
  const app = await testApp(db)
  const path = `/mine/${token}/questions`
  const send = async (fields: Record<string, string>, url = path) =>
    await app.inject({ method: 'POST', url: `${url}?lang=en`, ...form(fields) })
  const see = async (url = path) => await app.inject({ url: `${url}?lang=en` })
  return { ...here, app, registration, token, path, send, see }
}

async function linkTo(db: Database, registration: Registration, meeting: Meeting): Promise<string> {
  const [token = ''] = await db.transact((tx) => newManageLinks(tx, [registration], meeting, now), {
    touches: 'nothing',
  })
  return token
}

const kept = async (db: Database) => (await db.select().from(answers)).map((row) => [row.questionId, answerValue(row)])

test('with a sure place everything is asked; the manage page says so, and where to answer', async () => {
  const here = await place()
  const { question } = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const mine = await here.see(`/mine/${here.token}`)
  expect(mine.body).toContain('The organisers still have 1 question for you.')
  expect(mine.body).toContain(`href="${here.path}"`)
  expect((await here.see()).body).toContain('Alerģijas?')
  expect((await here.send({ [`answers.${question.id}`]: 'rieksti' })).statusCode).toBe(303)
  const after = await here.see()
  expect(after.body).toContain('value="rieksti"')
  expect(after.body).toContain('Thank you, we have your answers')
  expect((await here.see(`/mine/${here.token}`)).body).toContain('My answers')
})

test('what is sensitive is neither put to somebody who waits, nor taken from them', async () => {
  const here = await place({ capacity: 1 })
  const { registration } = await register(
    here.db,
    here.project,
    here.kickoff,
    { ...sami, groupId: here.pupils.id },
    now,
  )
  const path = `/mine/${await linkTo(here.db, registration, here.kickoff)}/questions`
  const school = await ask(here, 'text', 'Kura skola?')
  const health = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const { body } = await here.see(path)
  expect([body.includes('Kura skola?'), body.includes('Alerģijas?')]).toEqual([true, false])
  await here.send({ [`answers.${school.question.id}`]: '3.', [`answers.${health.question.id}`]: 'x' }, path)
  expect(await kept(here.db)).toEqual([[school.question.id, { text: '3.' }]])
})

test('an answer is changed, or taken back with all that hung on it', async () => {
  const here = await place()
  const meal = await ask(here, 'yes-no', 'Ēdīsi?')
  const diet = await ask(here, 'choice', 'Ko?', { onlyIf: { questionId: meal.question.id, answers: ['yes'] } })
  const say = async (eats: string, what: string) =>
    await here.send({
      [`worded.${meal.question.id}`]: meal.wording.id,
      [`worded.${diet.question.id}`]: diet.wording.id,
      [`answers.${meal.question.id}`]: eats,
      [`answers.${diet.question.id}`]: what,
    })
  await say('yes', 'veg')
  await say('yes', 'all')
  expect(await kept(here.db)).toEqual([
    [meal.question.id, { chosen: ['yes'] }],
    [diet.question.id, { chosen: ['all'] }],
  ])
  await say('no', 'all')
  expect(await kept(here.db)).toEqual([[meal.question.id, { chosen: ['no'] }]])
  await say('', '')
  expect(await kept(here.db)).toEqual([])
})

test('a question put in other words shows the old answer in the old words, and does not answer itself', async () => {
  const here = await place()
  const asked = await ask(here, 'choice', 'Ko tu ēd?', { required: true })
  await here.send({ [`answers.${asked.question.id}`]: 'veg' })
  const where = { project: here.project, meeting: here.kickoff }
  const other = input('Ko tu neēd?', { options: eaten, required: true })
  await editQuestion(here.db, where, asked.question, other, here.owner, now)
  const { body } = await here.see()
  expect(body).toContain('To “Ko tu ēd?” you answered: Vegetarian')
  expect(body).not.toContain(' checked')
  const before = await dump(here.db)
  const [, wording = ''] = /name="worded\.[^"]+" value="([^"]+)"/.exec(body) ?? []
  await here.send({ [`worded.${asked.question.id}`]: wording })
  expect(await dump(here.db)).toEqual(before)
  await here.send({ [`worded.${asked.question.id}`]: wording, [`answers.${asked.question.id}`]: 'all' })
  const [row] = await here.db.select().from(answers)
  expect([row?.wordingId, row && answerValue(row)]).toEqual([wording, { chosen: ['all'] }])
})

test('a form that was open while the words changed is answered in the words it showed', async () => {
  const here = await place()
  const asked = await ask(here, 'choice', 'Ko tu ēd?')
  const where = { project: here.project, meeting: here.kickoff }
  await editQuestion(
    here.db,
    where,
    asked.question,
    input('Ko tu neēd?', { options: eaten.slice(0, 1) }),
    here.owner,
    now,
  )
  const sent = { [`worded.${asked.question.id}`]: asked.wording.id, [`answers.${asked.question.id}`]: 'all' }
  expect((await here.send(sent)).statusCode).toBe(303)
  const [row] = await here.db.select().from(answers)
  expect([row?.wordingId, row && answerValue(row)]).toEqual([asked.wording.id, { chosen: ['all'] }])
})

test('a teacher answers for the class in numbers', async () => {
  const here = await place({}, { kind: 'class', seats: 24, className: '9.b' })
  const { question } = await ask(here, 'choices', 'Ko?', { asked: 'with-place' })
  expect((await here.see()).body).toContain('How many of you?')
  const wrong = await here.send({ [`answers.${question.id}.veg`]: '25' })
  expect([wrong.statusCode, wrong.body.includes(`href="#field-answers-${question.id}-veg"`)]).toEqual([422, true])
  await here.send({ [`answers.${question.id}.veg`]: '3' })
  expect(await kept(here.db)).toEqual([[question.id, { counts: { veg: 3 } }]])
  expect((await here.see()).body).toContain('value="3"')
})

test('one’s link answers for oneself alone', async () => {
  const here = await place()
  const { question } = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  await register(here.db, here.project, here.kickoff, { ...sami, groupId: here.pupils.id }, now)
  await here.send({ [`answers.${question.id}`]: 'x', registrationId: 'someone-else' })
  const rows = await here.db.select().from(answers)
  expect(rows.map(({ registrationId }) => registrationId)).toEqual([here.registration.id])
  expect((await here.see('/mine/no-such-link/questions')).statusCode).toBe(404)
  expect((await here.send({}, '/mine/no-such-link/questions')).statusCode).toBe(404)
})

test('once the place is given back, the meeting called off or over, nothing is asked or taken any more', async () => {
  for (const end of ['given back', 'called off', 'over'] as const) {
    const here = await place()
    const { question } = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
    if (end === 'given back') await cancel(here.db, here.project, here.kickoff, here.registration, now)
    if (end === 'called off') await cancelMeeting(here.db, here.project, here.kickoff, here.owner, now)
    if (end === 'over') here.app.clock.now = here.kickoff.endsAt
    const { body } = await here.see()
    expect([end, body.includes('Alerģijas?'), body.includes('Nothing is asked here any more')]).toEqual([
      end,
      false,
      true,
    ])
    const answer = await here.send({ [`answers.${question.id}`]: 'x' })
    expect([end, answer.statusCode]).toEqual([end, 409])
    expect(await kept(here.db)).toEqual([])
  }
})

test('looking changes nothing', async () => {
  const here = await place()
  await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const before = await dump(here.db)
  await here.see()
  expect(await dump(here.db)).toEqual(before)
  expect((await here.see()).headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  })
})

test('an answer sent while the place was being taken away is not kept', async () => {
  const here = await place()
  const { question } = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const waits = { status: 'waiting' as const }
  await here.db.transact(
    (tx) => tx.update(registrations).set(waits).where(eq(registrations.id, here.registration.id)),
    { touches: 'everything' },
  )
  await here.send({ [`answers.${question.id}`]: 'x' })
  expect(await kept(here.db)).toEqual([])
})

import { expect, test } from 'vitest'
import { answerFiles, answers } from '../../db/schema.ts'
import { storedValue } from '../../server/questions/answer-value.ts'
import { editQuestion } from '../../server/questions/edit-question.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { answerEverything, ask, input } from './cast.ts'

/** Noor has answered 3, and the organiser looks at it. */
async function answered() {
  const here = await world()
  const { db, project, kickoff, owner } = here
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: here.pupils.id }, now)
  const ride = await ask(here, 'number', 'Cik stundas tu brauc?')
  await answerEverything(db, kickoff, 'x')
  const app = await testApp(db)
  const headers = { ...(await signedInAs(db, here.organiser)), 'accept-language': 'en' }
  const path = '/organise/gen-y-city/kickoff/registrations'
  const see = async (url: string) => (await app.inject({ url: `${path}${url}`, headers })).body
  const put = async ({ question }: AskedQuestion, label: Record<string, string>) =>
    await editQuestion(db, { project, meeting: kickoff }, question, { ...input(''), label }, owner, now)
  return { ...here, registration, ride, see, put }
}

test('under a question put in other words organisers read what was asked when it was answered', async () => {
  const { ride, see, put, registration } = await answered()
  const column = `answer.${ride.question.id}`
  const listed = async () => JSON.parse(await see(`.json?columns=${column}`)).registrations[0][column]
  expect(await listed()).toBe(3)
  await put(ride, { lv: 'Cik stundas tu brauc?', en: 'How many hours do you travel?' })
  expect(await listed()).toBe(3)
  await put(ride, { lv: 'Cik minūtes tu brauc?', en: 'How many minutes do you travel?' })
  const then = '3 (asked in other words: “Cik stundas tu brauc?”)'
  expect(await listed()).toBe(then)
  for (const page of [`?columns=${column}`, `/${registration.id}`, `.csv?columns=${column}`])
    expect(await see(page)).toContain(then)
})

test('a file is opened from the one who sent it', async () => {
  const { db, registration, see, ...here } = await answered()
  const { question, wording } = await ask({ db, ...here }, 'file', 'Atļauja')
  const own = { registrationId: registration.id, questionId: question.id, at: now }
  await db.transact(
    async (tx) => {
      await tx.insert(answerFiles).values({ ...own, id: 'paper', name: 'permission.pdf', type: 'pdf', bytes: 9 })
      await tx.insert(answers).values({ ...own, wordingId: wording.id, value: storedValue({ file: 'paper' }) })
    },
    { touches: 'nothing' },
  )
  const link = '<a href="/organise/gen-y-city/kickoff/answers/paper" download>a file</a>'
  for (const page of [`/${registration.id}`, `?columns=answer.${question.id}`]) expect(await see(page)).toContain(link)
})

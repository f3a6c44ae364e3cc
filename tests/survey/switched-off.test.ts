import { expect, test } from 'vitest'
import { surveyAnswers } from '../../db/schema.ts'
import { askWhoCame } from '../../server/survey/ask.ts'
import { held, marks } from './cast.ts'

test('once it is switched off nobody answers any more, even with a link', async () => {
  const { db, after, get, post, asOrganiser, written } = await held()
  await askWhoCame(db, after)
  const [first, second] = (await written()).map(({ token }) => `/survey/${token}`)
  await post(first ?? '', marks)
  await asOrganiser('/organise/gen-y-city/kickoff/survey/off', 'POST')
  expect((await post(second ?? '', marks)).statusCode).toBe(404)
  expect((await get(second ?? '')).statusCode).toBe(404)
  expect((await get(first ?? '')).body).toContain('Thank you for telling us!')
  expect(await db.select().from(surveyAnswers)).toHaveLength(1)
})

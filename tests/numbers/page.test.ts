import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, projects } from '../../db/schema.ts'
import { indicatorsOf } from '../../server/numbers/queries.ts'
import { form, signedInAs, testApp, world } from '../world.ts'
import { cameIn, signedUp } from './cast.ts'

const numbers = '/organise/gen-y-city/numbers'

/** Twelve pupils of the same age came, and one teacher. */
async function counted() {
  const here = await world()
  const { db, kickoff, pupils, teachers, organiser } = here
  for (let one = 0; one < 12; one++)
    await cameIn(db, await signedUp(db, { meetingId: kickoff.id, groupId: pupils.id, birthYear: 2009 }))
  await cameIn(db, await signedUp(db, { meetingId: kickoff.id, groupId: teachers.id, birthYear: 1971 }))
  const [app, headers] = [await testApp(db), await signedInAs(db, organiser)]
  const english = { ...headers, 'accept-language': 'en' }
  const get = async (url: string) => (await app.inject({ url, headers: english })).body
  const post = async (part: string, fields: Record<string, string>) => {
    const { payload, headers } = form(fields)
    return await app.inject({ method: 'POST', url: `${numbers}/${part}`, payload, headers: { ...english, ...headers } })
  }
  return { ...here, app, get, post }
}

const rowOf = (page: string, title: string) =>
  [
    ...((page.split(`<th scope="row">${title}</th>`)[1] ?? '')
      .split('</tr>')[0]
      ?.matchAll(/class="number">(.*?)<\/td>/g) ?? []),
  ].map(([, number = '']) => (number.includes('not shown') ? '–' : number))

test('the page and the file show who came; the one teacher is in neither, nor in what is left over', async () => {
  const { get } = await counted()
  const page = await get(numbers)
  expect(rowOf(page, '1. Kick-off')).toEqual(['13', '13', '0'])
  expect(rowOf(page, 'Pupil')).toEqual(['–', '–'])
  expect(rowOf(page, 'Teacher')).toEqual(['–', '–'])
  expect(rowOf(page, '26+')).toEqual(['–', '–'])
  const file = await get(`${numbers}.csv`)
  expect(file).toContain('1. Kick-off,,,13,13,0')
  expect(file).toContain('1. Kick-off,Group,Teacher,–,–,0')
  expect(file).toContain('1. Kick-off,Age,16–18,–,–,0')
})

test('what was promised is typed once, counted by itself, and stands on the project’s page', async () => {
  const { db, project, get, post } = await counted()
  const two = {
    ...{ 'indicators.0.name.en': 'People', 'indicators.0.counts': 'participants', 'indicators.0.planned': '20' },
    ...{ 'indicators.1.name.en': 'Films', 'indicators.1.planned': '2', 'indicators.1.reached': '3' },
    ...{ 'indicators.0.order': '1', 'indicators.1.order': '2' },
  }
  expect((await post('indicators', two)).statusCode).toBe(303)
  expect(await indicatorsOf(db, project)).toMatchObject([
    { name: { en: 'People' }, counts: 'participants', planned: 20, reached: null },
    { name: { en: 'Films' }, counts: 'by-hand', planned: 2, reached: 3 },
  ])
  const page = await get('/gen-y-city')
  expect(page).toMatch(/<strong>13<\/strong>\s*<span>People <span class="hint">of 20 planned/)
  expect(page).toMatch(/<strong>3<\/strong>\s*<span>Films/)
  const wrong = await post('indicators', { ...two, 'indicators.1.planned': 'many' })
  expect([wrong.statusCode, wrong.body.includes('value="many"')]).toEqual([422, true])
  expect(await indicatorsOf(db, project)).toHaveLength(2)
})

test('a funder’s rules are kept once however often they are sent; ages out of order come back', async () => {
  const { db, get, post, project: own } = await counted()
  const rules = { bands: '14 18, 30', participant: 'registered', withAdults: 'yes', smallest: '10' }
  await post('counting', rules)
  await post('counting', rules)
  const wrong = await post('counting', { ...rules, bands: '18, 14' })
  expect([wrong.statusCode, wrong.body.includes('in growing order')]).toEqual([422, true])
  const [project] = await db.select().from(projects).where(eq(projects.id, own.id))
  expect(project?.counting).toEqual({ bands: [14, 18, 30], participant: 'registered', withAdults: true, smallest: 10 })
  expect(await db.select({ deed: history.deed, facts: history.facts }).from(history)).toEqual([
    { deed: 'project.edited', facts: { part: 'counting' } },
  ])
  expect(await get(numbers)).toContain('below 10 people')
})

import { expect, test } from 'vitest'
import { registrationBy } from '../registrations/places.ts'
import { answer, child, linkIn, ofAge, teenager, youngMeeting } from './cast.ts'

/** Everybody's own page, where they put their year of birth right. */
async function corrected(person: Record<string, string>, birthYear: string, fields: Record<string, string> = {}) {
  const here = await youngMeeting()
  await here.signUp(person)
  const own = await linkIn(here.db, person.email ?? '', 'mine')
  const url = `${own}/change?lang=en`
  const said = { name: person.name ?? '', group: here.pupils.id, language: 'en', birthYear, ...fields }
  const { statusCode, body } = await answer(here.app, url, said)
  const now = await registrationBy(here.db, { email: person.email ?? '' })
  return { statusCode, body, year: now.birthYear, band: now.ageBand, status: now.status, name: now.name }
}

test('a year of birth is put right on one’s own page, as long as it leads to nothing else that is asked', async () => {
  expect(await corrected(teenager, '2011')).toMatchObject({ statusCode: 303, year: 2011, band: 'young' })
  expect(await corrected(child, '2014')).toMatchObject({ statusCode: 303, year: 2014, band: 'child', status: 'held' })
  expect(await corrected(teenager, '')).toMatchObject({ statusCode: 303, year: 2010, band: 'young' })
})

test('a child who said to be older, or would be from now on, signs up anew: a guardian is never passed by', async () => {
  for (const [person, year, was] of [
    [ofAge, '2016', 2000],
    [teenager, '2016', 2010],
    [child, '2000', 2015],
  ] as const) {
    const { statusCode, body, ...now } = await corrected(person, year, { name: 'Somebody else' })
    expect([statusCode, body.includes('field-birthYear-problem'), body.includes('sign up anew')]).toEqual([
      422,
      true,
      true,
    ])
    expect(now).toMatchObject({ year: was, name: person.name })
  }
})

test('nonsense years are said beside their field', async () => {
  for (const nonsense of ['1800', '2026', 'x', '99999'])
    expect(await corrected(teenager, nonsense)).toMatchObject({ statusCode: 422, year: 2010 })
})

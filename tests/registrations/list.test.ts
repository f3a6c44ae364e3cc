import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Registration } from '../../db/schema.ts'
import { answers, participants, questions, registrations, wordings } from '../../db/schema.ts'
import { storedValue } from '../../server/questions/answer-value.ts'
import { foundIds } from '../../server/registrations/desk/found.ts'
import { lookOf } from '../../server/registrations/desk/look.ts'
import { register } from '../../server/registrations/register.ts'
import { lookQuery } from '../../views/registrations/look-query.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { registrationBy } from './places.ts'

/** Four people, each of whom differs from the others in everything one can look for. */
async function fourPeople() {
  const here = await world({ friendsMost: 3, takesClasses: true, asksAge: true })
  const { db, project, kickoff, pupils, teachers } = here
  const groupOf = new Map([[noor, teachers.id]])
  for (const person of [noor, sami, liga, mark]) {
    await register(db, project, kickoff, { ...person, groupId: groupOf.get(person) ?? pupils.id }, now)
  }
  const stand = async (person: { email: string }, set: Partial<Registration>) => {
    const { id } = await registrationBy(db, person)
    await db.transact((tx) => tx.update(registrations).set(set).where(eq(registrations.id, id)), { touches: 'nothing' })
  }
  await stand(noor, { kind: 'class', seats: 24, className: '7.a', ageBand: 'child' })
  await stand(sami, { kind: 'friends', seats: 3, ageBand: 'young' })
  await stand(liga, { status: 'waiting', ageBand: 'adult' })
  await stand(mark, { status: 'cancelled' })
  const diet = await dietAsked(here)
  await answer(here, diet, noor, { chosen: ['vegan'] })
  await answer(here, diet, sami, { chosen: ['none'] })
  const registrationId = (await registrationBy(db, noor)).id
  await db.transact((tx) => tx.insert(participants).values({ registrationId, position: 1, name: 'Jānis Kļaviņš' }), {
    touches: 'nothing',
  })
  return { ...here, diet }
}

type Here = Awaited<ReturnType<typeof world>>

async function dietAsked({ db, kickoff }: Here, visibleTo: ('organiser' | 'door')[] = ['organiser']) {
  return await db.transact(
    async (tx) => {
      const base = { meetingId: kickoff.id, position: 1, kind: 'choice' as const, visibleTo, createdAt: now }
      const [question] = await tx.insert(questions).values(base).returning()
      if (!question) throw new Error('no question')
      const options = ['vegan', 'none'].map((id) => ({ id, label: { en: `Diet: ${id}` } }))
      const words = { questionId: question.id, number: 1, label: { en: 'What do you eat?' }, options, since: now }
      const [wording] = await tx.insert(wordings).values(words).returning()
      if (!wording) throw new Error('no wording')
      return { question, wording }
    },
    { touches: 'nothing' },
  )
}

async function answer(
  { db }: Here,
  { question, wording }: Awaited<ReturnType<typeof dietAsked>>,
  person: { email: string },
  value: Parameters<typeof storedValue>[0],
) {
  const registrationId = (await registrationBy(db, person)).id
  const row = { registrationId, questionId: question.id, wordingId: wording.id, value: storedValue(value), at: now }
  await db.transact((tx) => tx.insert(answers).values(row), { touches: 'nothing' })
}

test('every filter and every order finds who it should, in the order it says', async () => {
  const here = await fourPeople()
  const { db, kickoff, pupils, teachers, diet } = here
  const nameOf = new Map<string, string>()
  for (const row of await db.select().from(registrations)) nameOf.set(row.id, row.name ?? '')
  const found = async (query: Record<string, string>) =>
    (await foundIds(db, kickoff, lookOf(query))).map((id) => nameOf.get(id)).join(' ')
  const expected: [Record<string, string>, string][] = [
    [{}, 'Noor Sami Līga'],
    [{ status: 'all' }, 'Noor Sami Līga Марк'],
    [{ status: 'waiting' }, 'Līga'],
    [{ status: 'cancelled' }, 'Марк'],
    [{ status: 'no such' }, 'Noor Sami Līga'],
    [{ group: pupils.id }, 'Sami Līga'],
    [{ group: teachers.id }, 'Noor'],
    [{ group: 'no-such' }, ''],
    [{ kind: 'class' }, 'Noor'],
    [{ kind: 'person' }, 'Līga'],
    [{ age: 'child' }, 'Noor'],
    [{ age: 'adult' }, 'Līga'],
    [{ [`answer.${diet.question.id}`]: 'vegan' }, 'Noor'],
    [{ [`answer.${diet.question.id}`]: '%' }, ''],
    [{ 'answer.no-such': 'vegan' }, ''],
    [{ search: 'LIGA' }, 'Līga'],
    [{ search: 'sami@' }, 'Sami'],
    [{ search: '7.a' }, 'Noor'],
    [{ search: 'klavins' }, 'Noor'],
    [{ search: 'марк', status: 'all' }, 'Марк'],
    [{ search: 'a', group: pupils.id }, 'Sami Līga'],
    [{ search: 'no\u0000or' }, 'Noor'],
    [{ sort: 'newest' }, 'Līga Sami Noor'],
    [{ sort: 'name' }, 'Līga Noor Sami'],
    [{ sort: 'group' }, 'Sami Līga Noor'],
    [{ sort: 'status', status: 'all' }, 'Noor Sami Līga Марк'],
    [{ sort: 'seats' }, 'Noor Sami Līga'],
    [{ sort: 'age', status: 'all' }, 'Noor Sami Līga Марк'],
  ]
  for (const [query, names] of expected) expect([query, await found(query)]).toEqual([query, names])
})

test('a look goes into the address and comes back the same', () => {
  const looks = [
    {},
    { search: 'Līga & co', status: 'all', group: 'g', kind: 'class', age: 'child', sort: 'name', page: '3' },
    { 'photo.web': 'yes', 'photo.press': 'no', 'answer.q-1': 'vegan', workshop: 'w' },
    { columns: '' },
    { columns: 'email answer.q-1' },
  ]
  for (const query of looks) {
    const look = lookOf(query)
    expect(lookOf(Object.fromEntries(new URLSearchParams(lookQuery(look))))).toEqual(look)
  }
  const ticked = lookOf({ show: 'chosen', 'show.email': 'yes', 'show.since': 'yes', status: 'live', search: '' })
  expect(lookQuery(ticked)).toBe('columns=email+since')
  expect(lookQuery(lookOf({}))).toBe('')
})

test('columns are those chosen, and answers stand in the words they were asked in', async () => {
  const { db, organiser, diet } = await fourPeople()
  const app = await testApp(db)
  const headers = await signedInAs(db, organiser)
  const page = async (query: string) =>
    (await app.inject({ url: `/organise/gen-y-city/kickoff/registrations?lang=en&${query}`, headers })).body
  const usual = await page('')
  expect([usual.includes('noor@example.org'), usual.includes('>Diet: vegan</td>')]).toEqual([true, false])
  const chosen = await page(`columns=answer.${diet.question.id}+seats`)
  expect([chosen.includes('noor@example.org'), chosen.includes('>Diet: vegan</td>')]).toEqual([false, true])
  expect(chosen).toContain('<td>24</td>')
})

test('answers that are for somebody else’s eyes are no column, and nobody is found by them', async () => {
  const here = await world()
  const { db, project, kickoff, pupils, organiser, owner } = here
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  const secret = await dietAsked(here, ['door'])
  await answer(here, secret, noor, { chosen: ['vegan'] })
  const app = await testApp(db)
  const query = `lang=en&columns=answer.${secret.question.id}&answer.${secret.question.id}=vegan`
  const url = `/organise/gen-y-city/kickoff/registrations?${query}`
  const seen = async (who: { id: string }) => {
    const { body } = await app.inject({ url, headers: await signedInAs(db, who) })
    return [body.includes('Diet: vegan'), body.includes('>Sami<')]
  }
  expect(await seen(organiser)).toEqual([false, true])
  expect(await seen(owner)).toEqual([true, false])
})

test('htmx gets a short address for its bar', async () => {
  const { db, organiser } = await fourPeople()
  const app = await testApp(db)
  const headers = { ...(await signedInAs(db, organiser)), 'hx-request': 'true', 'hx-target': 'div#registrations' }
  const url = '/organise/gen-y-city/kickoff/registrations'
  const answered = await app.inject({ url: `${url}?search=&status=live&group=&sort=name`, headers })
  expect(answered.headers['hx-replace-url']).toBe(`${url}?sort=name`)
})

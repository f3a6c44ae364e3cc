import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { checkIns, headCounts, history, letters, registrations } from '../../db/schema.ts'
import { numbersOf } from '../../server/numbers/numbers.ts'
import { liga, noor } from '../cast.ts'
import { bringClass } from '../parties/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { atTheDoor } from './at-the-door.ts'

const mark = (number: number) => `00000000-0000-4000-8000-00000000000${number}`

test('people are counted by group without a name: corrected by saying it again, seen at the door and in the numbers', async () => {
  const { db, project, kickoff, pupils, teachers, get, send } = await atTheDoor()
  const counted = { [`people.${pupils.id}`]: '12', [`people.${teachers.id}`]: '3', 'people.none': '' }
  expect((await send('/heads', { ...counted, [`people.${pupils.id}`]: 'many' })).statusCode).toBe(422)
  await send('/heads', { ...counted, 'people.none': '4' })
  await send('/heads', counted)
  const rows = await db.select().from(headCounts)
  expect(rows.map(({ groupId, people, registrationId }) => [groupId, people, registrationId]).sort()).toEqual(
    [
      [pupils.id, 12, null],
      [teachers.id, 3, null],
    ].sort(),
  )
  expect((await get('/heads')).body).toContain('value="12"')
  expect((await get('')).body).toContain('15 are in')
  const told = await get('/seen')
  expect([told.json().there, told.headers['cache-control']]).toEqual(['15 are in', 'private, no-store'])
  expect((await numbersOf(db, project, kickoff.endsAt)).tables.came.all).toBe(15)
  expect(kickoff.id).toBe(rows[0]?.meetingId)
})

test('a signed sheet is entered in one go: those who signed, and those from the blank lines; twice is once', async () => {
  const { db, app, kickoff, project, pupils, usher, get, send } = await atTheDoor({ capacity: 6 })
  await bringClass(db, project, kickoff, { names: ['Žanis Ābols', 'Ilze Ozola'], adults: 1, groupId: pupils.id })
  const [ligas, noors] = [await registrationBy(db, liga), await registrationBy(db, noor)]
  expect((await get('/paper')).body).toContain('The meeting has not begun')
  app.clock.now = kickoff.endsAt.add({ hours: 20 })
  const zanis = (await get('/paper')).body.match(/came\.([\w-]+)" value="yes"> Žanis/)?.[1] ?? 'none'
  const lines = {
    'lines.0.once': mark(0),
    'lines.0.name': 'Oto',
    'lines.0.group': pupils.id,
    'lines.4.once': mark(4),
    'lines.4.name': 'Mia',
    'lines.4.group': pupils.id,
  }
  const sheet = { [`came.${ligas.id}`]: 'yes', [`came.${zanis}`]: 'yes', 'came.nobody': 'yes', ...lines }
  const letterCount = (await db.select().from(letters)).length
  for (const _ of [1, 2]) expect((await send('/paper', sheet)).statusCode).toBe(303)
  const came = await db.select().from(checkIns)
  expect(came.map(({ registrationId, participantId }) => participantId ?? registrationId).sort()).toEqual(
    [ligas.id, zanis, mark(0), mark(4)].sort(),
  )
  expect(new Set(came.map(({ at, by }) => `${at} ${by}`))).toEqual(new Set([`${kickoff.endsAt} ${usher.id}`]))
  expect(came.some(({ registrationId }) => registrationId === noors.id)).toBe(false)
  expect(await db.select().from(registrations).where(eq(registrations.walkIn, true))).toHaveLength(2)
  expect(await db.select().from(letters)).toHaveLength(letterCount)
  expect(await db.select().from(history).where(eq(history.deed, 'door.paper'))).toMatchObject([
    { facts: { people: '4' } },
  ])
  app.clock.now = kickoff.endsAt.add({ hours: 24 * 31 })
  expect((await send('/paper', sheet)).statusCode).toBe(409)
})

test('whoever goes back and types the next names over the last ones loses nobody; twice is once', async () => {
  const { db, app, kickoff, pupils, send } = await atTheDoor()
  app.clock.now = kickoff.endsAt
  const sheet = (...names: string[]) =>
    Object.fromEntries(
      names.flatMap((name, i) => [
        [`lines.${i}.once`, mark(i)],
        [`lines.${i}.name`, name],
        [`lines.${i}.group`, pupils.id],
      ]),
    )
  for (const names of [
    ['Oto', 'Mia'],
    ['Jana', 'Mia'],
    ['Jana', 'Mia'],
  ])
    await send('/paper', sheet(...names))
  const written = await db.select().from(registrations).where(eq(registrations.walkIn, true))
  expect(written.map(({ name }) => name).sort()).toEqual(['Jana', 'Mia', 'Oto'])
  expect(await db.select().from(checkIns)).toHaveLength(3)
})

test('an error on one line loses nothing that was ticked or typed on the others', async () => {
  const { db, app, kickoff, pupils, get, send } = await atTheDoor({ asksAge: true })
  app.clock.now = kickoff.startsAt.add({ hours: 1 })
  const ligas = await registrationBy(db, liga)
  const { statusCode, body } = await send('/paper', {
    ...{ [`came.${ligas.id}`]: 'yes', 'lines.0.once': mark(0), 'lines.0.name': 'Oto <b>', 'lines.0.group': pupils.id },
    ...{ 'lines.1.once': mark(1), 'lines.1.name': 'Mia', 'lines.2.birthYear': '12', 'lines.3.group': pupils.id },
  })
  expect(statusCode).toBe(422)
  expect(body).toContain(`name="came.${ligas.id}" value="yes" checked`)
  expect([body.includes('value="Oto &lt;b&gt;"'), body.includes(`value="${mark(1)}"`)]).toEqual([true, true])
  expect([...body.matchAll(/href="#field-lines-(\d-\w+)"/g)].map(([, field]) => field).sort()).toEqual([
    ...['1-group', '2-birthYear', '3-name'],
  ])
  expect(await db.select().from(checkIns)).toEqual([])
  expect((await get('/paper')).body).not.toContain('Oto')
})

test('badges carry names and groups of everybody who is named, and no address', async () => {
  const { db, project, kickoff, pupils, get } = await atTheDoor()
  await bringClass(db, project, kickoff, { names: ['Žanis Ābols'], adults: 1, groupId: pupils.id })
  const { body } = await get('/badges')
  expect(
    [...body.matchAll(/<li class="name-tag">[\s\S]*?<strong>([^<]+)<\/strong> <span>([^<]+)/g)].map(([, name, of]) => [
      name,
      of,
    ]),
  ).toEqual([['Vita Krūmiņa', '8.a'], ['Žanis Ābols', '8.a'], ...[liga, noor].map(({ name }) => [name, 'Pupil'])])
  expect(body).not.toMatch(/@example/)
})

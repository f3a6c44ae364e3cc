import { expect, test } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { liga, noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { bringClass, teacher } from '../parties/cast.ts'
import { answerEverything, ask } from '../questions/cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'

async function evening() {
  const here = await world({ capacity: 6 })
  const { db, project, kickoff, pupils } = here
  const { usher } = await crew(here)
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  const coming = { names: ['Žanis Ābols'], pupils: 3, adults: 2, groupId: pupils.id }
  await bringClass(db, project, kickoff, coming)
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const app = await testApp(db)
  const headers = await signedInAs(db, usher)
  const at = async (search: string) =>
    (await app.inject({ url: `/organise/gen-y-city/kickoff/door?lang=en&search=${search}`, headers })).body
  return { ...here, at }
}

test('the door sees who is expected, a class as one row with its names, and no address', async () => {
  const { at } = await evening()
  const body = await at('')
  expect(body.match(/class="door-row"/g)).toHaveLength(2)
  expect(body).toContain('3 young people and 2 adults')
  expect(body).toContain('Žanis Ābols')
  expect(body).toContain('2 of them have no name here yet.')
  expect(body).toContain('6 people')
  expect(body).not.toMatch(/@example/)
})

test('anybody is found by a part of their name, with or without accents, pupils with their class', async () => {
  const { at } = await evening()
  for (const [search, found] of Object.entries({ liga: 'Līga', zanis: '8.a', ABOLS: '8.a', vita: teacher.name })) {
    const body = await at(search)
    expect([search, body.match(/class="door-row"/g)?.length, body.includes(found)]).toEqual([search, 1, true])
  }
})

test('whoever waits is found only by searching, and marked as waiting', async () => {
  const { at } = await evening()
  expect(await at('')).not.toContain('Noor')
  const body = await at('noor')
  expect([body.includes('Noor'), body.includes('badge waiting')]).toEqual([true, true])
})

test('of what people answered the door reads only what it is named for, and only of those who come', async () => {
  const { at, ...here } = await evening()
  const label = { label: { lv: 'Ratiņkrēsls', en: 'Wheelchair' } }
  await ask(here, 'yes-no', '', { ...label, visibleTo: ['door'] })
  await ask(here, 'text', 'Ēdiens', { visibleTo: ['organiser'] })
  await answerEverything(here.db, here.kickoff, 'unmistakable')
  expect((await at('')).match(/Wheelchair<\/span> <span class="as-typed">yes/g)).toHaveLength(2)
  for (const search of ['', 'noor']) expect(await at(search)).not.toContain('unmistakable')
  expect(await at('noor')).not.toContain('Wheelchair')
})

test('nobody by that name is said in words', async () => {
  const { at } = await evening()
  expect(await at('nobody')).toContain('Nobody here by that name')
})

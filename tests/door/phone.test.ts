import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkIns, doorSteps } from '../../db/schema.ts'
import { standingOf } from '../../server/check-ins/standing.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { hashOf } from '../../server/secrets.ts'
import { liga, noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const door = '/organise/gen-y-city/kickoff/door'

async function evening() {
  const here = await world()
  const { db, project, kickoff, pupils } = here
  const { usher, usherElsewhere, elsewhere } = await crew(here)
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  await register(db, project, elsewhere, { ...noor, groupId: pupils.id }, now)
  const app = await testApp(db)
  const tell = async (fields: Record<string, unknown>, who = usher) => {
    const { headers, payload } = form({ device: randomUUID(), sentAt: String(ms(now)), ...fields } as never)
    const cookie = await signedInAs(db, who)
    return await app.inject({ method: 'POST', url: `${door}/steps`, headers: { ...headers, ...cookie }, payload })
  }
  const [ligas, noors] = [await registrationBy(db, liga), await registrationBy(db, noor)]
  const seen = (at: Temporal.Instant, of = ligas, deed = 'in') => {
    return { id: randomUUID(), registration: of.id, participant: null, deed, at: ms(at) }
  }
  return { ...here, app, tell, seen, ligas, noors, usher, usherElsewhere }
}

const ms = (at: Temporal.Instant) => at.epochMilliseconds
const minutes = (many: number) => now.add({ minutes: many })

test('a queue told twice counts once, by the time at which it happened', async () => {
  const { db, tell, seen, ligas } = await evening()
  const steps = JSON.stringify([seen(minutes(-30))])
  const device = randomUUID()
  const answers = [await tell({ device, steps }), await tell({ device, steps })]
  for (const answer of answers) {
    expect(answer.json()).toEqual({
      there: 'jau ir 1',
      seen: { [ligas.id]: { text: expect.stringContaining('Jau ir, kopš'), doubled: false } },
      earlier: [],
    })
  }
  expect(await db.select().from(doorSteps)).toHaveLength(1)
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: ligas.id, at: minutes(-30) }])
})

test('two phones that saw the same person are told so, and the first of them counts', async () => {
  const { db, tell, seen, ligas } = await evening()
  await tell({ steps: JSON.stringify([seen(minutes(-5))]) })
  const second = await tell({ steps: JSON.stringify([seen(minutes(-20))]) })
  expect(second.json()).toMatchObject({ seen: { [ligas.id]: { doubled: true } }, earlier: [] })
  const third = await tell({ steps: JSON.stringify([seen(minutes(-10))]) })
  expect(third.json().earlier).toEqual([ligas.id])
  expect(await db.select().from(checkIns)).toMatchObject([{ at: minutes(-20) }])
})

test('what a phone takes back before anybody has heard of it leaves alone whom another one saw', async () => {
  const { db, tell, seen } = await evening()
  const [slip, back, again] = [seen(minutes(-5)), { ...seen(minutes(-4)), deed: 'undone' }, seen(minutes(-2))]
  await tell({ steps: JSON.stringify([seen(minutes(-20))]) })
  for (const _ of [1, 2]) await tell({ steps: JSON.stringify([slip, back]) })
  expect(await db.select().from(checkIns)).toMatchObject([{ at: minutes(-20) }])
  await tell({ steps: JSON.stringify([slip]) })
  await tell({ steps: JSON.stringify([slip, back]) })
  expect(await db.select().from(checkIns)).toEqual([])
  await tell({ steps: JSON.stringify([again]) })
  expect(await db.select().from(checkIns)).toMatchObject([{ at: minutes(-2) }])
})

test('what two phones saw in the same instant is told alike to both, in whatever order it was written down', () => {
  const [one, two] = ['one', 'two'].map((device) => ({ device, by: device, deed: 'in' as const, at: now }))
  if (!one || !two) throw new Error('no steps')
  const standing = { since: now, by: 'one', device: 'one', doubled: true }
  for (const steps of [
    [one, two],
    [two, one],
  ])
    expect(standingOf(steps)).toEqual(standing)
})

test('a phone whose clock is wrong is put right by what it says of now; nothing happened later than that', async () => {
  const { db, tell, seen } = await evening()
  await tell({ sentAt: String(ms(minutes(180))), steps: JSON.stringify([seen(minutes(170))]) })
  expect(await db.select().from(checkIns)).toMatchObject([{ at: minutes(-10) }])
  await tell({ steps: JSON.stringify([{ ...seen(minutes(500)), deed: 'undone' }]) })
  expect((await db.select().from(doorSteps)).map(({ at }) => at)).toContainEqual(now)
  await tell({ steps: JSON.stringify([{ ...seen(now), at: 0 }]) })
  expect((await db.select().from(doorSteps)).map(({ at }) => at)).toContainEqual(now.subtract({ hours: 48 }))
})

test('somebody of another meeting is let in nowhere, and who may not stand at this door is refused', async () => {
  const { db, tell, seen, noors, usherElsewhere } = await evening()
  const answer = await tell({ steps: JSON.stringify([seen(now, noors)]) })
  expect([answer.statusCode, answer.json().seen]).toEqual([200, {}])
  const refused = await tell({ steps: JSON.stringify([seen(now)]) }, usherElsewhere)
  expect(refused.statusCode).toBe(404)
  expect(await db.select().from(doorSteps)).toEqual([])
})

test.each([
  ...['', 'nonsense', '{}', '[{"id":"1"}]', `[${'0,'.repeat(200)}0]`],
  ...['a\\u0000b', '\\ud800', '', 'one two'].map(
    (id) => `[{"id":"${randomUUID()}","registration":"${id}","participant":null,"deed":"in","at":1}]`,
  ),
])('what no phone of ours sends is refused and changes nothing: %s', async (steps) => {
  const { db, tell } = await evening()
  expect((await tell({ steps })).statusCode).toBe(422)
  expect(await db.select().from(doorSteps)).toEqual([])
})

test('whom a phone without a network let in, not knowing that they had cancelled, stands in the list as that', async () => {
  const { db, app, project, kickoff, tell, seen, ligas, usher } = await evening()
  await cancel(db, project, kickoff, ligas, now)
  expect((await tell({ steps: JSON.stringify([seen(now)]) })).json().seen).toHaveProperty([ligas.id])
  const { body } = await app.inject({ url: `${door}?lang=en`, headers: await signedInAs(db, usher) })
  expect(['Līga', 'Cancelled', '1 is in'].map((text) => body.includes(text))).toEqual([true, true, true])
})

test('a companion whom nobody brings is let in nowhere, and holds up nobody behind them', async () => {
  const { db, tell, seen, ligas } = await evening()
  const steps = [{ ...seen(now), participant: 'null' }, { ...seen(now), participant: ligas.id }, seen(now)]
  expect((await tell({ steps: JSON.stringify(steps) })).statusCode).toBe(200)
  expect(await db.select().from(doorSteps)).toMatchObject([{ registrationId: ligas.id, participantId: null }])
})

test('a phone whose clock names no moment at all is refused', async () => {
  const { db, tell, seen } = await evening()
  const steps = JSON.stringify([seen(now)])
  for (const sentAt of ['', '-1', 'soon', '9000000000000000']) {
    const { statusCode } = await tell({ sentAt, steps })
    expect([sentAt, statusCode, await db.select().from(doorSteps)]).toEqual([sentAt, 422, []])
  }
})

test('the page knows codes by their hash alone, and only the door may use the camera', async () => {
  const { db, app, usher, ligas } = await evening()
  const { body, headers } = await app.inject({ url: door, headers: await signedInAs(db, usher) })
  expect(body).toContain(`data-code="${hashOf(ligas.doorToken ?? '')}"`)
  expect(body).not.toContain(ligas.doorToken)
  expect(headers['permissions-policy']).toContain('camera=(self)')
  const elsewhere = await app.inject({ url: '/gen-y-city' })
  expect(elsewhere.headers['permissions-policy']).toContain('camera=()')
})

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { reservedOf } from '../../server/sign-up/queries.ts'
import { noor, sami } from '../cast.ts'
import { places } from '../registrations/places.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const page = '/organise/gen-y-city/kickoff/sign-up'
const plain = { friendsMost: '0', guardianDays: '7', keepDays: '30' }

async function desk() {
  const here = await world({ capacity: 10 })
  const app = await testApp(here.db)
  const who = await signedInAs(here.db, here.organiser)
  const send = async (fields: Record<string, string>) => {
    const body = form({ ...plain, ...fields })
    return await app.inject({ method: 'POST', url: page, payload: body.payload, headers: { ...body.headers, ...who } })
  }
  const settings = async () => {
    const [row] = await here.db.select().from(meetings).where(eq(meetings.id, here.kickoff.id))
    return row
  }
  return { ...here, app, who, send, settings }
}

test('an organiser says how people sign up, and finds it again on the page', async () => {
  const { db, app, who, kickoff, pupils, send, settings } = await desk()
  const fields = { approval: 'yes', takesClasses: 'yes', asksAge: 'yes', friendsMost: '3', 'photo.press': 'yes' }
  const answer = await send({ ...fields, guardianDays: '5', keepDays: '14', [`reserved.${pupils.id}`]: '4' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, page])
  expect(await settings()).toMatchObject({
    ...{ approval: true, takesClasses: true, asksAge: true, friendsMost: 3 },
    ...{ photoChannels: ['press'], guardianDays: 5, keepDays: 14 },
  })
  expect(await reservedOf(db, kickoff)).toEqual({ [pupils.id]: 4 })
  const { body } = await app.inject({ url: page, headers: who })
  expect(body).toMatch(new RegExp(`name="reserved.${pupils.id}"[^>]*value="4"`))
  expect(body).toMatch(/name="photo.press"[^>]*checked/)
})

test('more places than there are cannot be kept for groups, and what was typed comes back', async () => {
  const { db, kickoff, pupils, teachers, send } = await desk()
  const answer = await send({ [`reserved.${pupils.id}`]: '6', [`reserved.${teachers.id}`]: '5' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toMatch(/value="6"/)
  expect(await reservedOf(db, kickoff)).toEqual({})
})

test.each(['2 places', '-1', '11', '1e1'])(
  '%s places for a group are refused beside it, and those kept stay',
  async (wrong) => {
    const { db, kickoff, pupils, teachers, send } = await desk()
    await send({ [`reserved.${teachers.id}`]: '4' })
    const answer = await send({ [`reserved.${teachers.id}`]: '4', [`reserved.${pupils.id}`]: wrong })
    expect([answer.statusCode, answer.body.includes(`field-reserved-${pupils.id}-problem`)]).toEqual([422, true])
    expect(await reservedOf(db, kickoff)).toEqual({ [teachers.id]: 4 })
  },
)

test.each([
  ['friendsMost', '11'],
  ['guardianDays', '0'],
  ['keepDays', '366'],
  ['keepDays', 'soon'],
])('%s of %s is refused beside its field', async (name, value) => {
  const { send, settings } = await desk()
  const before = await settings()
  const answer = await send({ [name]: value })
  expect([answer.statusCode, answer.body.includes(`field-${name}-problem`)]).toEqual([422, true])
  expect(await settings()).toEqual(before)
})

test('data that people were told would go is not kept longer; shorter it may be', async () => {
  const { db, project, kickoff, pupils, send, settings } = await desk()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect((await send({ keepDays: '60' })).statusCode).toBe(422)
  expect(await settings()).toMatchObject({ keepDays: 30 })
  expect((await send({ keepDays: '7' })).statusCode).toBe(303)
  expect(await settings()).toMatchObject({ keepDays: 7 })
})
test('a group’s places that are no longer kept go to whoever waits', async () => {
  const { db, project, kickoff, pupils, teachers, send } = await desk()
  await send({ [`reserved.${teachers.id}`]: '10' })
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Sami: 'waiting' })
  await send({})
  expect(await places(db, kickoff)).toEqual({ Sami: 'offered' })
})

import { expect, test } from 'vitest'
import { letters } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { registrationOf } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { invitationIn } from '../mailbox.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { registrationBy } from './places.ts'

const mistyped = { ...noor, email: 'nor@example.org' }

async function typedWrongly() {
  const here = await world()
  const { db, project, kickoff, owner, pupils } = here
  await register(db, project, kickoff, { ...mistyped, groupId: pupils.id }, now)
  const app = await testApp(db)
  const { cookie } = await signedInAs(db, owner)
  const { id } = await registrationBy(db, mistyped)
  const url = `/organise/gen-y-city/kickoff/registrations/${id}/address`
  const correct = (email: string) =>
    app.inject({ method: 'POST', url, ...form({ email }), headers: { ...form({}).headers, cookie } })
  const secrets = async () => (await db.select().from(letters)).map(({ token }) => token ?? '')
  const opens = async (token: string) => (await app.inject({ url: `/mine/${token}` })).statusCode
  return { ...here, app, correct, secrets, opens, id }
}

test('who mistyped their address gets everything at the right one, and the wrong one opens nothing any more', async () => {
  const { db, correct, secrets, opens } = await typedWrongly()
  const office = await postOffice()
  await post(db, office.url, now)
  const [old = ''] = await secrets()
  expect(await opens(old)).toBe(200)

  expect((await correct(noor.email)).statusCode).toBe(303)
  await post(db, office.url, now)
  expect(office.received.map(({ to }) => to)).toEqual([[mistyped.email], [noor.email]])
  const letter = office.received[1]?.mail ?? expect.unreachable()
  expect(invitationIn(letter).replace(/\r\n /g, '')).toMatch(new RegExp(`mailto:${noor.email}`, 'i'))
  const fresh = (await secrets()).find((secret) => secret !== old) ?? ''
  expect([await opens(old), await opens(fresh)]).toEqual([404, 200])

  await correct(noor.email)
  await post(db, office.url, now)
  expect(office.received).toHaveLength(2)
})

test('what had not gone to the wrong address never does', async () => {
  const { db, correct } = await typedWrongly()
  await correct(noor.email)
  const office = await postOffice()
  await post(db, office.url, now)
  expect(office.received.map(({ to }) => to)).toEqual([[noor.email]])
})

test('an address that another registration has is refused, and what was typed stays', async () => {
  const { db, project, kickoff, pupils, correct } = await typedWrongly()
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  const answer = await correct(sami.email)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`value="${sami.email}"`)
  expect(await registrationBy(db, mistyped)).toMatchObject({ email: mistyped.email })
})

test('an address from which somebody had left hears what is above all it heard before', async () => {
  const { db, project, kickoff, pupils, correct, id } = await typedWrongly()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const left = await registrationBy(db, noor)
  await cancel(db, project, kickoff, left, now)
  const { sequence } = await registrationBy(db, noor)
  await correct(noor.email)
  const moved = (await registrationOf(db, kickoff, id)) ?? expect.unreachable()
  expect([moved.email, moved.sequence > sequence]).toEqual([noor.email, true])
})

test('nonsense is refused beside the field, and nothing is written', async () => {
  const { db, correct } = await typedWrongly()
  const before = await db.select().from(letters)
  const answer = await correct('noor at example.org')
  expect([answer.statusCode, answer.body.includes('value="noor at example.org"')]).toEqual([422, true])
  expect(await db.select().from(letters)).toEqual(before)
})

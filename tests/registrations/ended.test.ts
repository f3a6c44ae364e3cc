import { expect, test } from 'vitest'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { lettersTo, lettersWent, places, registrationBy } from './places.ts'

/** Sami has been offered the place that Noor gave back; Līga waits. */
async function offered() {
  const here = await world({ capacity: 1 })
  const { db, project, kickoff, pupils } = here
  for (const person of [noor, sami, liga]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await lettersWent(db, now)
  const [app, samis] = [await testApp(db), await registrationBy(db, sami)]
  const [token] = await db.transact((tx) => newManageLinks(tx, [samis], kickoff, now), { touches: 'nothing' })
  const press = async (button: string) => {
    const answer = await app.inject({ method: 'POST', url: `/mine/${token}/${button}?lang=en` })
    return [answer.statusCode, answer.body]
  }
  return { ...here, app, samis, press, link: `/mine/${token}?lang=en` }
}

const asTheyStood = { Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' }

test('once a meeting is called off, everybody stays as they stood, and a page left open says why', async () => {
  const { db, app, project, kickoff, owner, press, link } = await offered()
  expect((await app.inject({ url: link })).body).toContain('/decline"')
  await cancelMeeting(db, project, kickoff, owner, now)
  const calledOff = [409, expect.stringContaining('This meeting has been called off.')]
  for (const button of ['accept', 'decline', 'cancel']) expect(await press(button)).toEqual(calledOff)
  expect(await places(db, kickoff)).toEqual(asTheyStood)
  expect(await lettersTo(db, sami)).toEqual(['cancelled', 'offer', 'waiting'])
  expect((await app.inject({ url: link })).body).not.toMatch(/\/(accept|decline|cancel)"/)
})

test('what people did is not undone after the meeting, neither by them nor by organisers', async () => {
  const { db, app, kickoff, organiser, samis, press } = await offered()
  await press('accept')
  app.clock.now = kickoff.endsAt
  expect(await press('cancel')).toEqual([409, expect.stringContaining('This meeting is over.')])
  const headers = await signedInAs(db, organiser, app.clock.now)
  const url = `/organise/gen-y-city/kickoff/registrations/${samis.id}/cancel?lang=en`
  expect((await app.inject({ method: 'POST', url, headers })).statusCode).toBe(409)
  expect(await places(db, kickoff)).toEqual({ ...asTheyStood, Sami: 'confirmed' })
  expect(await lettersTo(db, sami)).toEqual(['confirmation', 'offer', 'waiting'])
})

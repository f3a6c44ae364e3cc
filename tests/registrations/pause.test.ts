import { expect, test } from 'vitest'
import { history } from '../../db/schema.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { promote } from '../../server/registrations/places/offer.ts'
import { pausePromotion, resumePromotion } from '../../server/registrations/places/pause.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { whyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, places, registrationBy } from './places.ts'

async function paused() {
  const here = await world({ capacity: 2 })
  const { db, project, kickoff, pupils, owner } = here
  const come = (person: typeof noor, seats = 1) =>
    register(db, project, kickoff, { ...person, groupId: pupils.id, seats }, now)
  for (const person of [noor, sami, liga]) await come(person)
  await pausePromotion(db, project, kickoff, owner, now)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  const why = async () =>
    whyNobodyMoves((await freshMeeting(db, kickoff)) ?? expect.unreachable(), await standing(db, kickoff), now)
  return { ...here, come, why }
}

test('while promotion is paused a freed place is offered to nobody, and a newcomer overtakes nobody', async () => {
  const { db, kickoff, come, why } = await paused()
  await come({ ...noor, name: 'Late', email: 'late@example.org' })
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'confirmed', Līga: 'waiting', Late: 'waiting' })
  expect(await why()).toEqual({ why: 'paused', since: now })
})

test('organisers still offer by hand', async () => {
  const { db, project, kickoff, owner } = await paused()
  await promote(db, project, kickoff, await registrationBy(db, liga), owner, now)
  expect(await places(db, kickoff)).toMatchObject({ Līga: 'offered' })
})

test('two organisers at once promote nobody twice, and not two people into one place', async () => {
  const { db, project, kickoff, owner, organiser, come } = await paused()
  await come({ ...noor, name: 'Late', email: 'late@example.org' })
  const first = await registrationBy(db, liga)
  const second = await registrationBy(db, { email: 'late@example.org' })
  const deeds = [
    promote(db, project, kickoff, first, owner, now),
    promote(db, project, kickoff, first, organiser, now),
    promote(db, project, kickoff, second, organiser, now),
  ]
  const outcomes = await Promise.allSettled(deeds)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  const offered = Object.values(await places(db, kickoff)).filter((status) => status === 'offered')
  expect(offered).toHaveLength(1)
  const letters = [...(await lettersTo(db, liga)), ...(await lettersTo(db, { email: 'late@example.org' }))]
  expect(letters.filter((kind) => kind === 'offer')).toHaveLength(1)
})

test('going on offers at once what came free meanwhile; both are written down, once each', async () => {
  const { db, project, kickoff, owner } = await paused()
  await pausePromotion(db, project, kickoff, owner, now)
  await resumePromotion(db, project, kickoff, owner, now)
  await resumePromotion(db, project, kickoff, owner, now)
  expect(await places(db, kickoff)).toMatchObject({ Līga: 'offered' })
  const deeds = (await db.select().from(history)).map(({ deed }) => deed).filter((deed) => deed.startsWith('promotion'))
  expect(deeds.sort()).toEqual(['promotion.paused', 'promotion.resumed'])
})

import { expect, test } from 'vitest'
import { cancel } from '../../server/registrations/cancel.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { invite } from '../../server/registrations/places/invite.ts'
import { accept, lapsePlaces } from '../../server/registrations/places/offer.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami, type Young } from '../cast.ts'
import { now, testApp, world } from '../world.ts'
import { lettersTo, places, registrationBy } from './places.ts'

const until = now.add({ hours: 72 })

async function inviting(capacity: number) {
  const here = await world({ capacity })
  const { db, project, kickoff, owner, pupils } = here
  const ask = (person: Young, { seats = 1, heldUntil = until } = {}) =>
    invite(db, project, kickoff, { ...person, groupId: pupils.id, seats }, heldUntil, owner, now)
  return { ...here, ask }
}

test('whoever is invited is kept a place until they answer, and says yes', async () => {
  const { db, project, kickoff, pupils, ask } = await inviting(1)
  expect(await ask(noor)).toBe('invited')
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'invited', Sami: 'waiting' })
  await accept(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
  expect(await lettersTo(db, noor)).toEqual(['confirmation', 'invited'])
})

test('a no passes the place on, and so does no answer at all', async () => {
  const { db, project, kickoff, pupils, ask } = await inviting(1)
  await ask(noor)
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  await lapsePlaces(db, until.subtract({ seconds: 1 }))
  expect(await places(db, kickoff)).toMatchObject({ Noor: 'invited' })
  await lapsePlaces(db, until)
  expect(await places(db, kickoff)).toEqual({ Noor: 'lapsed', Sami: 'offered' })
  await cancel(db, project, kickoff, await registrationBy(db, sami), until)
  expect(await ask(noor)).toBe('invited')
  expect(await lettersTo(db, noor)).toEqual(['invited', 'invited', 'lapsed'])
})

test('nobody is invited twice, over somebody’s head, or to more places than there are', async () => {
  const { db, kickoff, ask } = await inviting(3)
  expect(await ask(noor, { seats: 2 })).toBe('invited')
  expect(await ask(noor, { seats: 2 })).toBe('already')
  expect(await ask(sami, { seats: 2 })).toBe('no-room')
  expect(await places(db, kickoff)).toEqual({ Noor: 'invited' })
  expect(await lettersTo(db, noor)).toEqual(['invited'])
  expect(await lettersTo(db, sami)).toEqual([])
})

test('whoever has asked to come is invited as they stand', async () => {
  const { db, project, kickoff, pupils, owner } = await world({ capacity: 1, approval: true })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await invite(db, project, kickoff, { ...noor, groupId: pupils.id, seats: 1 }, until, owner, now)).toBe(
    'invited',
  )
  expect(await places(db, kickoff)).toEqual({ Noor: 'invited' })
})

test('who is invited reads until when, and says yes or no on their own page', async () => {
  const { db, kickoff, ask } = await inviting(2)
  const app = await testApp(db)
  for (const person of [noor, sami]) await ask(person)
  const linkOf = async (person: Young) => {
    const registration = await registrationBy(db, person)
    const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
    return `/mine/${token}`
  }
  const [noors, samis] = [await linkOf(noor), await linkOf(sami)]
  const { body } = await app.inject({ url: `${noors}?lang=en` })
  expect(body).toContain('There is a place for you')
  for (const deed of ['accept', 'decline']) expect(body).toContain(`action="${noors}/${deed}"`)
  await app.inject({ method: 'POST', url: `${noors}/accept` })
  await app.inject({ method: 'POST', url: `${samis}/decline` })
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'cancelled' })
})

test('an invitation neither begins in the past nor outlasts the start', async () => {
  const { kickoff, ask } = await inviting(1)
  await expect(ask(noor, { heldUntil: now })).rejects.toThrow('registration.invited-until')
  const late = kickoff.startsAt.add({ seconds: 1 })
  await expect(ask(noor, { heldUntil: late })).rejects.toThrow('registration.invited-until')
})

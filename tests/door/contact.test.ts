import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { history, meetings, registrations } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { forgetEmergencyContacts } from '../../server/registrations/forget-emergency-contacts.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { sami } from '../cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now } from '../world.ts'
import { atTheDoor } from './at-the-door.ts'

const call = { emergencyName: 'Aija Kalniņa', emergencyPhone: '+371 20000000' }
const kept = 'Aija Kalniņa, +371 20000000'

async function withContact() {
  const here = await atTheDoor({ asksEmergencyContact: true })
  const signUp = async (fields: Record<string, string>) =>
    await here.app.inject({
      method: 'POST',
      url: '/gen-y-city/kickoff/register?lang=en',
      ...form({ name: sami.name, email: sami.email, group: here.pupils.id, ...fields }),
    })
  return { ...here, signUp }
}

test('a meeting that asks whom to call says who sees it and when it goes, and takes nobody without', async () => {
  const { db, app, signUp } = await withContact()
  const { body } = await app.inject({ url: '/gen-y-city/kickoff/register?lang=en' })
  expect(body).toContain('Only those on duty that day see it')
  expect(body).toContain('It is deleted a day after the meeting')
  for (const wrong of [{}, { ...call, emergencyPhone: 'at home' }]) expect((await signUp(wrong)).statusCode).toBe(422)
  expect((await signUp(call)).statusCode).toBe(303)
  expect(await registrationBy(db, sami)).toMatchObject({ emergencyContact: kept })
})

test('the door reads it one by one, by a button, and each look is noted without whose it was', async () => {
  const { db, app, kickoff, as, get, send, signUp, usher, usherElsewhere, host } = await withContact()
  await signUp(call)
  const { id } = await registrationBy(db, sami)
  app.clock.now = kickoff.startsAt.subtract({ hours: 1 })
  const list = await get('')
  expect([list.body.includes('Whom to call'), list.body.includes('Aija')]).toEqual([true, false])
  expect((await get(`/${id}/contact`)).statusCode).toBe(404)
  for (const who of [usherElsewhere, host]) expect((await as(who, `/${id}/contact`, {})).statusCode).toBe(404)
  const seen = await send(`/${id}/contact`, {})
  expect(seen.body).toContain(kept)
  expect(seen.headers['cache-control']).toContain('no-store')
  expect(await db.select().from(history).where(eq(history.deed, 'door.contact-seen'))).toMatchObject([
    { organiserId: usher.id, facts: {} },
  ])
})

test('nobody is on duty before the day, for a meeting without a date, or for whoever does not come after all', async () => {
  const { db, app, project, kickoff, send, signUp } = await withContact()
  await signUp(call)
  const registration = await registrationBy(db, sami)
  const look = async () => {
    const { statusCode, body } = await send(`/${registration.id}/contact`, {})
    return [statusCode, body.includes('Aija')]
  }
  const change = async (status: 'postponed' | 'published') =>
    await db.transact((tx) => tx.update(meetings).set({ status }), { touches: 'everything' })
  expect(await look()).toEqual([409, false])
  app.clock.now = kickoff.startsAt.subtract({ hours: 12 })
  await change('postponed')
  expect(await look()).toEqual([409, false])
  await change('published')
  expect(await look()).toEqual([200, true])
  await cancel(db, project, kickoff, registration, app.clock.now)
  expect(await look()).toEqual([409, false])
  expect(await db.select().from(history).where(eq(history.deed, 'door.contact-seen'))).toHaveLength(1)
})

test('they find it in their own data, with when the door saw them come', async () => {
  const { db, app, kickoff, send, signUp } = await withContact()
  await signUp(call)
  const registration = await registrationBy(db, sami)
  await send(`/${registration.id}/in`, {})
  const make = async (tx: Tx) => await newManageLinks(tx, [registration], kickoff, now)
  const [link] = await db.transact(make, { touches: 'nothing' })
  const seen = { participant: null, at: now.toString() }
  expect((await app.inject({ url: `/mine/${link}/data.json` })).json()).toMatchObject({
    registration: { emergencyContact: kept, walkIn: false },
    came: [seen],
    door: [{ ...seen, deed: 'in', phone: 1 }],
  })
  const { body } = await app.inject({ url: `/mine/${link}/data?lang=en` })
  expect([body.includes(kept), body.includes('The organisers noted that you came')]).toEqual([true, true])
})

test('it is gone a day after the meeting, or at once from whoever does not come after all', async () => {
  const { db, kickoff, signUp } = await withContact()
  await signUp(call)
  const { id } = await registrationBy(db, sami)
  const contactAt = async (at: Temporal.Instant) => {
    await forgetEmergencyContacts(db, at)
    return (await registrationBy(db, sami)).emergencyContact
  }
  const change = async (status: 'cancelled' | 'postponed' | 'published') =>
    await db.transact((tx) => tx.update(meetings).set({ status }), { touches: 'everything' })
  expect(await contactAt(kickoff.endsAt.add({ hours: 23 }))).toBe(kept)
  await change('postponed')
  expect(await contactAt(kickoff.endsAt.add({ hours: 25 }))).toBe(kept)
  await change('published')
  expect(await contactAt(kickoff.endsAt.add({ hours: 25 }))).toBeNull()
  const again = { emergencyContact: kept, status: 'cancelled' as const }
  await db.transact((tx) => tx.update(registrations).set(again).where(eq(registrations.id, id)), { touches: 'nothing' })
  expect(await contactAt(now)).toBeNull()
})

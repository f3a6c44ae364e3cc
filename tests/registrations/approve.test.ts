import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings } from '../../db/schema.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { doTogether } from '../../server/registrations/desk/do-together.ts'
import { approve, refuse } from '../../server/registrations/places/approve.ts'
import { pausePromotion } from '../../server/registrations/places/pause.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami, type Young } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, places, registrationBy } from './places.ts'

async function asking(...people: Young[]) {
  const here = await world({ capacity: 1, approval: true })
  for (const person of people) {
    await register(here.db, here.project, here.kickoff, { ...person, groupId: here.pupils.id }, now)
  }
  const { db, project, kickoff, owner } = here
  const say = async (verb: typeof approve, person: Young) =>
    await verb(db, project, kickoff, await registrationBy(db, person), owner, now)
  return { ...here, say }
}

test('where organisers decide, a newcomer has asked, and has neither a place nor a turn in line', async () => {
  const { db, project, kickoff, pupils } = await asking(noor)
  const { newcomersGet } = await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect(newcomersGet).toBe('request')
  expect(await places(db, kickoff)).toEqual({ Noor: 'requested', Sami: 'requested' })
  expect(await lettersTo(db, noor)).toEqual(['requested'])
})

test('a yes gives a place, or a turn in line when there is none, and said twice it is said once', async () => {
  const { db, kickoff, say } = await asking(noor, sami)
  await say(approve, noor)
  await say(approve, noor)
  await say(approve, sami)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting' })
  expect(await lettersTo(db, noor)).toEqual(['confirmation', 'requested'])
  expect(await lettersTo(db, sami)).toEqual(['requested', 'waiting'])
})

test('whoever asked first is first in line, however late the yes', async () => {
  const { db, project, kickoff, say } = await asking(noor, sami, liga)
  await say(approve, noor)
  await say(approve, liga)
  await say(approve, sami)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' })
})

test('a yes overtakes nobody who came before and fits, even while promotion is paused', async () => {
  const { db, project, kickoff, owner, say } = await asking(noor, sami, liga)
  await say(approve, noor)
  await say(approve, sami)
  await pausePromotion(db, project, kickoff, owner, now)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  await say(approve, liga)
  expect(await places(db, kickoff)).toEqual({ Noor: 'cancelled', Sami: 'waiting', Līga: 'waiting' })
})

test('a no is told kindly, once, and cannot be turned into a yes', async () => {
  const { db, kickoff, say } = await asking(noor)
  await say(refuse, noor)
  await say(refuse, noor)
  await say(approve, noor)
  expect(await places(db, kickoff)).toEqual({ Noor: 'refused' })
  expect(await lettersTo(db, noor)).toEqual(['refused', 'requested'])
})

test('whoever was turned down may ask again', async () => {
  const { db, project, kickoff, pupils, say } = await asking(noor)
  await say(refuse, noor)
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect((await registrationBy(db, noor)).status).toBe('requested')
})

test('when approval is switched off, who has asked still gets an answer, and newcomers get places', async () => {
  const { db, project, kickoff, pupils, say } = await asking(noor)
  await db.transact((tx) => tx.update(meetings).set({ approval: false }).where(eq(meetings.id, kickoff.id)), {
    touches: 'everything',
  })
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect(await places(db, kickoff)).toEqual({ Noor: 'requested', Sami: 'confirmed' })
  await say(approve, noor)
  expect(await places(db, kickoff)).toEqual({ Noor: 'waiting', Sami: 'confirmed' })
})

test('somebody whom an organiser adds needs no further yes', async () => {
  const { db, project, kickoff, pupils, owner } = await asking()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now, owner)
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed' })
})

test('a child who is let in still waits for a guardian', async () => {
  const { db, project, kickoff, pupils, say } = await asking()
  await register(
    db,
    project,
    kickoff,
    { ...noor, groupId: pupils.id, ageBand: 'child', guardianEmail: 'anna@example.org' },
    now,
  )
  await say(approve, noor)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'held', heldUntil: now.add({ hours: 7 * 24 }) })
  expect(await lettersTo(db, noor)).toContain('held')
})

test('once it has begun and is full, a yes puts nobody in a line that does not move', async () => {
  const { db, project, kickoff, owner } = await asking(noor, sami)
  const at = kickoff.startsAt
  await approve(db, project, kickoff, await registrationBy(db, noor), owner, at)
  const late = approve(db, project, kickoff, await registrationBy(db, sami), owner, at)
  await expect(late).rejects.toThrow('registration.no-free-place')
  await doTogether(db, 'approve', { project, meeting: kickoff, by: owner, now: at }, [
    (await registrationBy(db, sami)).id,
  ])
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'requested' })
  expect(await lettersTo(db, sami)).toEqual(['requested'])
})

import { expect, test } from 'vitest'
import { reservedPlaces } from '../../db/schema.ts'
import { setGroups } from '../../server/projects/groups.ts'
import { change } from '../../server/registrations/change.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, registrationBy } from './places.ts'

/** Noor opened a form while there were pupils and teachers; now there are only teachers. */
async function withoutPupils() {
  const here = await world()
  await setGroups(here.db, here.project, [here.teachers], here.owner, now)
  return here
}

test('a group removed while somebody filled in the form costs them neither place nor answer', async () => {
  const { db, project, kickoff, pupils } = await withoutPupils()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'confirmed', groupId: pupils.id })
  expect(await lettersTo(db, noor)).toEqual(['confirmation'])
})

test('nor does it keep them from changing what they had said', async () => {
  const { db, project, kickoff, pupils, teachers } = await withoutPupils()
  await register(db, project, kickoff, { ...noor, groupId: teachers.id }, now)
  const details = { name: 'Noor B.', groupId: pupils.id, locale: 'lv' as const }
  await change(db, project, kickoff, await registrationBy(db, noor), details, now)
  expect(await registrationBy(db, noor)).toMatchObject({ name: 'Noor B.', groupId: pupils.id, locale: 'lv' })
})

test('the places kept for a group that is removed are offered to whoever waits', async () => {
  const { db, project, kickoff, pupils, teachers, owner } = await world({ capacity: 1 })
  const kept = { meetingId: kickoff.id, groupId: teachers.id, places: 1 }
  await db.transact((tx) => tx.insert(reservedPlaces).values(kept), { touches: 'nothing' })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'waiting' })
  await setGroups(db, project, [pupils], owner, now)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'offered' })
  expect(await lettersTo(db, noor)).toEqual(['offer', 'waiting'])
})

import { expect, test } from 'vitest'
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

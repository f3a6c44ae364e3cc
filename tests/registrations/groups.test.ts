import { expect, test } from 'vitest'
import { setGroups } from '../../server/projects/groups.ts'
import { change } from '../../server/registrations/change.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { now, world } from '../world.ts'
import { lettersTo, registrationBy } from './places.ts'

/** The form was opened while there were pupils and teachers; now there are only teachers. */
async function withoutPupils(setUp: (here: Awaited<ReturnType<typeof world>>) => Promise<unknown>) {
  const here = await world()
  await setUp(here)
  await setGroups(here.db, here.project, [here.teachers], here.owner, now)
  return here
}

test('a group removed while somebody filled in the form costs them no place', async () => {
  const { db, project, kickoff, pupils } = await withoutPupils(async () => {})
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await registrationBy(db, noor)).toMatchObject({ status: 'confirmed', groupId: null })
  expect(await lettersTo(db, noor)).toEqual(['confirmation'])
})

test('nor does it keep them from changing their name: the group they had stays', async () => {
  const { db, project, pupils, teachers } = await withoutPupils(({ db, project, kickoff, teachers }) =>
    register(db, project, kickoff, { ...noor, groupId: teachers.id }, now),
  )
  await change(db, project, await registrationBy(db, noor), { name: 'Noor B.', groupId: pupils.id, locale: 'lv' })
  expect(await registrationBy(db, noor)).toMatchObject({ name: 'Noor B.', groupId: teachers.id, locale: 'lv' })
})

test('a group that is only retired stays with whoever had chosen it', async () => {
  const { db, project, kickoff, pupils } = await withoutPupils(({ db, project, kickoff, pupils }) =>
    register(db, project, kickoff, { ...noor, groupId: pupils.id }, now),
  )
  await change(db, project, await registrationBy(db, noor), { name: 'Noor B.', groupId: pupils.id, locale: 'lv' })
  expect(await registrationBy(db, noor)).toMatchObject({ name: 'Noor B.', groupId: pupils.id })
  await register(db, project, kickoff, { ...noor, email: 'other@example.org', groupId: pupils.id }, now)
  expect(await registrationBy(db, { email: 'other@example.org' })).toMatchObject({ groupId: pupils.id })
})

import { expect, test } from 'vitest'
import { newManageLinks } from '../../server/registrations/links.ts'
import { invite } from '../../server/registrations/places/invite.ts'
import { noor } from '../cast.ts'
import { lettersTo, registrationBy } from '../registrations/places.ts'
import { form, now } from '../world.ts'
import { youngMeeting } from './cast.ts'

const until = now.add({ hours: 72 })

/** Somebody invited to a meeting that asks for the age, with their page. */
async function invited() {
  const here = await youngMeeting()
  const { app, db, project, kickoff, owner, pupils } = here
  await invite(db, project, kickoff, { ...noor, locale: 'en', groupId: pupils.id, seats: 1 }, until, owner, now)
  const [token] = await db.transact(async (tx) => newManageLinks(tx, [await registrationBy(db, noor)], kickoff, now), {
    touches: 'nothing',
  })
  const url = `/mine/${token}`
  const see = async () => (await app.inject({ url: `${url}?lang=en` })).body
  const accept = (said: Record<string, string>) =>
    app.inject({ method: 'POST', url: `${url}/accept?lang=en`, ...form(said) })
  const stands = async () => (await registrationBy(db, noor)).status
  return { ...here, see, accept, stands }
}

test('whoever was invited says their year of birth before the place is theirs', async () => {
  const { db, see, accept, stands } = await invited()
  expect(await see()).toContain('Which year were you born')
  const silent = await accept({})
  expect([silent.statusCode, await stands()]).toEqual([422, 'invited'])
  const odd = await accept({ birthYear: '1066' })
  expect([odd.statusCode, odd.body.includes('value="1066"'), await stands()]).toEqual([422, true, 'invited'])
  expect((await accept({ birthYear: '1999' })).statusCode).toBe(303)
  const { status, birthYear, ageBand } = await registrationBy(db, noor)
  expect({ status, birthYear, ageBand }).toEqual({ status: 'confirmed', birthYear: 1999, ageBand: 'adult' })
  expect(await see()).not.toContain('Which year were you born')
})

test('the place of an invited child is held while a guardian is asked', async () => {
  const { db, accept, stands } = await invited()
  const asking = await accept({ birthYear: '2016', further: '' })
  expect([asking.statusCode, asking.body.includes('name="guardianEmail"')]).toEqual([200, true])
  const unnamed = await accept({ birthYear: '2016', further: 'child' })
  expect([unnamed.statusCode, await stands()]).toEqual([422, 'invited'])
  await accept({ birthYear: '2016', further: 'child', guardianEmail: 'anna@example.org' })
  expect(await stands()).toBe('held')
  expect(await lettersTo(db, { email: 'anna@example.org' })).toEqual(['child-request'])
  expect(await lettersTo(db, noor)).toEqual(['held', 'invited'])
})

test('the group cannot be made another by the form', async () => {
  const { teachers, accept, stands } = await invited()
  expect([(await accept({ group: teachers.id })).statusCode, await stands()]).toEqual([422, 'invited'])
})

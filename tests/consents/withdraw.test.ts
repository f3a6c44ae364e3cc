import { expect, test } from 'vitest'
import { consents, history } from '../../db/schema.ts'
import { consentsOf } from '../../server/consents/consents-of.ts'
import { dump } from '../dump.ts'
import { answer, child, linkIn, ofAge, yes, youngMeeting } from '../guardianships/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { signedInAs } from '../world.ts'

const words = { photosText: 'consent.text-1', 'photos.web': 'yes', 'photos.press': 'yes' }

/** A child whose guardian, and somebody of age who themselves, said yes to every photo; the meeting is over. */
async function shown() {
  const here = await youngMeeting()
  const { db, app, project, organiser, kickoff, signUp } = here
  for (const person of [child, { ...ofAge, ...words }]) await signUp(person)
  const guardian = await linkIn(db, 'anna@example.org')
  await answer(app, guardian, { ...yes, ...words })
  app.clock.now = kickoff.endsAt.add({ hours: 24 })
  const noPhotos = async (person: { email: string }, headers = signedInAs(db, organiser, app.clock.now)) => {
    const { id } = await registrationBy(db, person)
    const url = `/organise/gen-y-city/kickoff/registrations/${id}/no-photos`
    return await app.inject({ method: 'POST', url, headers: await headers })
  }
  const photosOf = async (person: { email: string }) => {
    const registration = await registrationBy(db, person)
    const { web, press } = (await consentsOf(db, project, [registration]))(registration)
    return `${web} ${press}`
  }
  return { ...here, guardian, noPhotos, photosOf }
}

test('organisers note a no they are told, after the meeting too; what was said before stays written down', async () => {
  const { db, noPhotos, photosOf, organiser } = await shown()
  const before = await db.select().from(consents)
  for (const person of [child, ofAge]) {
    expect(await photosOf(person)).toBe('yes yes')
    for (const _ of ['once', 'again']) expect((await noPhotos(person)).statusCode).toBe(303)
    expect(await photosOf(person)).toBe('no no')
  }
  const after = await db.select().from(consents)
  expect(after).toEqual(expect.arrayContaining(before))
  const added = after.filter(({ by }) => by === 'organiser')
  expect(added.map(({ agreed, organiserId }) => [agreed, organiserId])).toEqual(Array(4).fill([false, organiser.id]))
  const deeds = (await db.select().from(history)).filter(({ deed }) => deed === 'consent.withdrawn')
  expect(deeds).toHaveLength(2)
})

test('a yes again is theirs alone to say', async () => {
  const { app, guardian, noPhotos, photosOf } = await shown()
  await noPhotos(child)
  await answer(app, guardian, { ...words, answer: 'photos' })
  expect(await photosOf(child)).toBe('yes yes')
})

test('nobody else notes it', async () => {
  const { db, app, outsider, noPhotos } = await shown()
  const stranger = await signedInAs(db, outsider, app.clock.now)
  const before = await dump(db)
  expect((await noPhotos(child, Promise.resolve(stranger))).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
})

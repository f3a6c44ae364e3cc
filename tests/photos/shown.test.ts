import { expect, test } from 'vitest'
import { photosFor } from '../../server/photos/shown.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor } from '../cast.ts'
import { child, ofAge, youngMeeting } from '../guardianships/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { now, testApp, world } from '../world.ts'
import { addPhoto, mark, openAlbum } from './cast.ts'

const agreed = { photosText: 'consent.text-1', 'photos.web': 'yes' }

async function taken() {
  const here = await youngMeeting()
  const { db, project, kickoff, signUp } = here
  await signUp({ ...ofAge, ...agreed })
  await signUp(child)
  const after = kickoff.endsAt.add({ hours: 24 })
  await openAlbum(db, kickoff, after)
  const yes = await registrationBy(db, ofAge)
  const unasked = await registrationBy(db, child)
  const shown = async (channel: 'web' | 'press' = 'web', now = after) =>
    (await photosFor(db, project, kickoff, channel, now)).map(({ id }) => id)
  return { ...here, after, yes, unasked, shown }
}

test('a photo goes where its people agreed to be shown, and nowhere else', async () => {
  const { db, kickoff, yes, unasked, shown } = await taken()
  const nobody = await addPhoto(db, kickoff, { people: 'nobody', channels: ['web', 'press'] })
  const willing = await addPhoto(db, kickoff, { people: 'marked', channels: ['web', 'press'] })
  await mark(db, willing, { registrationId: yes.id })
  const both = await addPhoto(db, kickoff, { people: 'marked' })
  for (const one of [yes, unasked]) await mark(db, both, { registrationId: one.id })
  expect(await shown()).toEqual([nobody.id, willing.id])
  expect(await shown('press')).toEqual([nobody.id])
})

test('what nobody has looked at, what is taken down and what is of people forgotten is not shown', async () => {
  const { db, kickoff, after, shown } = await taken()
  await addPhoto(db, kickoff)
  await addPhoto(db, kickoff, { people: 'nobody', takenDownAt: after })
  await addPhoto(db, kickoff, { people: 'nobody', channels: [] })
  await addPhoto(db, kickoff, { people: 'marked' })
  const gone = await addPhoto(db, kickoff, { people: 'marked' })
  await mark(db, gone, {})
  const kept = await addPhoto(db, kickoff, { people: 'marked' })
  await mark(db, kept, { agreed: ['web'] })
  expect(await shown()).toEqual([kept.id])
})

test('before the day from which an album is public, nothing of it is', async () => {
  const { db, kickoff, after, shown } = await taken()
  const photo = await addPhoto(db, kickoff, { people: 'nobody' })
  expect(await shown('web', after.subtract({ milliseconds: 1 }))).toEqual([])
  expect(await shown('web', after)).toEqual([photo.id])
})

test('before the public whoever had a place sees the photos by their link, and nobody who only waited for one', async () => {
  const { db, project, kickoff, pupils } = await world({ capacity: 1 })
  const app = await testApp(db)
  const { registration: inside } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const { registration: outside } = await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  const photo = await addPhoto(db, kickoff, { people: 'nobody' })
  await openAlbum(db, kickoff, now.add({ hours: 24 }))
  const both = [inside, outside]
  const tokens = await db.transact((tx) => newManageLinks(tx, both, kickoff, now), { touches: 'nothing' })
  const seen = []
  for (const token of tokens) {
    const [own, album] = [await app.inject(`/mine/${token}`), await app.inject(`/mine/${token}/album`)]
    seen.push([own.body.includes(`/mine/${token}/album`), album.body.includes(photo.id)])
  }
  expect(seen).toEqual([
    [true, true],
    [false, false],
  ])
})

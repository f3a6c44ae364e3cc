import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { checkIns, consents, guardianships, letters, registrations } from '../../db/schema.ts'
import { currentText } from '../../server/consents/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { sami } from '../cast.ts'
import { now } from '../world.ts'
import { atTheDoor } from './at-the-door.ts'

const once = '00000000-0000-4000-8000-000000000001'

test('whoever comes unannounced is registered and in with one press, without an address; twice is once', async () => {
  const { db, pupils, usher, send } = await atTheDoor()
  const before = await db.select().from(letters)
  for (const _ of [1, 2]) {
    const { statusCode, headers } = await send('/walk-in', { once, name: 'Oto', group: pupils.id })
    expect([statusCode, headers.location]).toEqual([303, `/organise/gen-y-city/kickoff/door?only=${once}`])
  }
  expect(await db.select().from(registrations).where(eq(registrations.walkIn, true))).toMatchObject([
    { id: once, name: 'Oto', email: null, groupId: pupils.id, status: 'confirmed', addedBy: usher.id },
  ])
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: once, at: now, by: usher.id }])
  expect(await db.select().from(letters)).toHaveLength(before.length)
})

test('a walk-in is asked what the sign-up asks: of age, of photos in the words shown, of a child its guardian', async () => {
  const { db, project, pupils, get, send } = await atTheDoor({ asksAge: true, photoChannels: ['web', 'press'] })
  expect((await get('/walk-in')).body).toContain('Under 13, a parent or guardian must agree')
  const oto = { once, name: 'Oto', group: pupils.id }
  expect((await send('/walk-in', oto)).statusCode).toBe(422)
  const asked = await send('/walk-in', { ...oto, birthYear: '1990', further: '' })
  expect(asked.body).toContain('name="photos.web"')
  const photos = { further: 'adult', photosText: (await currentText(db, project)).version, 'photos.web': 'yes' }
  await send('/walk-in', { ...oto, birthYear: '1990', ...photos })
  const said = await db.select().from(consents).where(eq(consents.registrationId, once))
  expect(said.map(({ channel, agreed, by }) => [channel, agreed, by]).sort()).toEqual([
    ['press', false, 'self'],
    ['web', true, 'self'],
  ])
  const child = { name: 'Mia', group: pupils.id, birthYear: '2016', further: 'child' }
  expect((await send('/walk-in', child)).statusCode).toBe(422)
  expect((await send('/walk-in', { ...child, guardianEmail: 'parent@example.org' })).statusCode).toBe(303)
  const [mia] = await db.select().from(registrations).where(eq(registrations.name, 'Mia'))
  expect(mia).toMatchObject({ status: 'held', ageBand: 'child' })
  expect(await db.select().from(guardianships)).toMatchObject([{ registrationId: mia?.id, about: 'attendance' }])
})

test('nobody is let in above the capacity, once it is over, or by another meeting’s helpers; nothing is half done', async () => {
  const { db, app, kickoff, project, pupils, as, get, send, usherElsewhere, host } = await atTheDoor({ capacity: 3 })
  const oto = { once, name: 'Oto', group: pupils.id }
  for (const who of [usherElsewhere, host]) expect((await as(who, '/walk-in', oto)).statusCode).toBe(404)
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect((await send('/walk-in', oto)).statusCode).toBe(409)
  expect((await get('/walk-in')).body).toContain('All places are taken')
  app.clock.now = kickoff.endsAt
  expect((await get('/walk-in')).body).toContain('The meeting is over')
  expect((await send('/walk-in', oto)).statusCode).toBe(409)
  expect(await db.select().from(registrations).where(eq(registrations.name, 'Oto'))).toEqual([])
  expect(await db.select().from(checkIns)).toEqual([])
})

test('whoever sends the last place twice has it once, and is written to once', async () => {
  const { db, app, kickoff, pupils, send } = await atTheDoor({ capacity: 3 })
  app.clock.now = kickoff.startsAt
  const before = await db.select().from(letters)
  const oto = { once, name: 'Oto', email: 'oto@example.org', group: pupils.id }
  for (const _ of [1, 2]) expect((await send('/walk-in', oto)).statusCode).toBe(303)
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: once }])
  expect(await db.select().from(letters)).toHaveLength(before.length + 1)
})

test('of those who come at the same moment for the last place, one is in', async () => {
  const { db, app, kickoff, pupils, send } = await atTheDoor({ capacity: 3 })
  app.clock.now = kickoff.startsAt
  const names = ['Oto', 'Mia', 'Ilze', 'Jana']
  const codes = await Promise.all(
    names.map(async (name) => (await send('/walk-in', { name, group: pupils.id })).statusCode),
  )
  expect(codes.sort()).toEqual([303, 409, 409, 409])
  expect(await db.select().from(checkIns)).toHaveLength(1)
  expect(await db.select().from(registrations).where(eq(registrations.walkIn, true))).toHaveLength(1)
})

test('whoever goes back and types another name over the last one lets in somebody else', async () => {
  const { db, pupils, send } = await atTheDoor()
  for (const name of ['Oto', 'Mia', 'Mia']) {
    expect((await send('/walk-in', { once, name, group: pupils.id })).statusCode).toBe(303)
  }
  const written = await db.select().from(registrations).where(eq(registrations.walkIn, true))
  expect(written.map(({ name }) => name).sort()).toEqual(['Mia', 'Oto'])
  expect(await db.select().from(checkIns)).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { registrations } from '../../db/schema.ts'
import { invitationsTo } from '../../server/invitations/queries.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { accept } from '../../server/registrations/places/offer.ts'
import { register } from '../../server/registrations/register.ts'
import { sami } from '../cast.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { multipart } from '../multipart.ts'
import { lettersTo, places, registrationBy } from '../registrations/places.ts'
import { addMeeting, form, now, signedInAs, testApp, world } from '../world.ts'

const liga = { name: 'Līga', email: 'liga@example.org', language: 'lv', until: '2026-12-01T12:00' }
const all = '/organise/gen-y-city/kickoff/invitations'

test('whoever is invited is kept a place until the moment given, and asked', async () => {
  const { db, here, send } = await desk()
  expect((await send('', { ...liga, group: here.pupils.id })).statusCode).toBe(303)
  expect(await places(db, here.kickoff)).toEqual({ Līga: 'invited' })
  expect((await registrationBy(db, liga)).heldUntil?.toString()).toBe('2026-12-01T10:00:00Z')
  expect(await lettersTo(db, liga)).toEqual(['invited'])
})

test('a moment past the start, or gone by, and a name or group that is none come back with the form', async () => {
  const { db, here, send } = await desk()
  const before = await dump(db)
  for (const wrong of [
    ...[{ until: '2026-12-12T17:01' }, { until: '2026-11-23T11:59' }, { until: '' }],
    ...[{ name: '' }, { email: 'liga@' }, { group: 'none' }],
  ])
    expect([wrong, (await send('', { ...liga, group: here.pupils.id, ...wrong })).statusCode]).toEqual([wrong, 422])
  expect(await dump(db)).toEqual(before)
})

test('where there is no place for them nobody is invited, and whoever has one is not asked again', async () => {
  const { db, here, send } = await desk({ capacity: 1 })
  await register(db, here.project, here.kickoff, { ...sami, groupId: here.pupils.id }, now)
  const before = await dump(db)
  expect((await send('', { ...liga, group: here.pupils.id })).statusCode).toBe(409)
  expect((await send('', { ...liga, email: sami.email, group: here.pupils.id })).statusCode).toBe(409)
  expect(await dump(db)).toEqual(before)
})

test('a list is looked over first: whom there is a place for, and how many there are then', async () => {
  const { db, here, many } = await desk({ capacity: 3 })
  await register(db, here.project, here.kickoff, { ...sami, groupId: here.pupils.id }, now)
  const text = `Name;E-mail;Group\nAnna;anna@example.org;Pupil\nNo address;;Pupil\nSami;${sami.email};Pupil\nBo;bo@example.org;Pupil\nCita;cita@example.org;Pupil`
  const before = await dump(db)
  const { body } = await many({ text })
  expect(body).toContain('To be invited: 2. Free places: 2, then 0. Left out: 3.')
  expect(await dump(db)).toEqual(before)
  for (const _ of [1, 2]) expect((await many({ text, step: 'do' })).statusCode).toBe(303)
  expect(await places(db, here.kickoff)).toEqual({ Sami: 'confirmed', Anna: 'invited', Bo: 'invited' })
  expect(await lettersTo(db, { email: 'anna@example.org' })).toEqual(['invited'])
})

test('it is seen who accepted, declined, or has not answered; an invitation is taken back, and sent again', async () => {
  const { db, here, send } = await desk()
  for (const name of ['Anna', 'Bo', 'Cita'])
    await send('', { ...liga, name, email: `${name.toLowerCase()}@example.org`, group: here.pupils.id })
  const [anna, bo, cita] = await Promise.all(
    ['anna', 'bo', 'cita'].map((who) => registrationBy(db, { email: `${who}@example.org` })),
  )
  await accept(db, here.project, here.kickoff, anna ?? { id: '' }, now)
  await cancel(db, here.project, here.kickoff, bo ?? { id: '' }, now)
  for (const _ of [1, 2]) await send(`/${cita?.id}/take-back`, {})
  await send(`/${anna?.id}/take-back`, {})
  const states = async () => {
    const found = await invitationsTo(db, here.kickoff)
    return found.map(({ registration, state }) => [registration.name, state]).toSorted()
  }
  expect(await states()).toEqual([
    ['Anna', 'accepted'],
    ['Bo', 'declined'],
    ['Cita', 'taken-back'],
  ])
  for (const _ of [1, 2]) await send(`/${bo?.id}/again`, { until: liga.until })
  expect(await states()).toEqual([
    ['Anna', 'accepted'],
    ['Bo', 'invited'],
    ['Cita', 'taken-back'],
  ])
  expect(await db.select().from(registrations).where(eq(registrations.status, 'invited'))).toHaveLength(1)
})

test('neither outsiders nor those at the door invite, and nobody of another meeting is reached', async () => {
  const { db, here, app, send } = await desk()
  const { usher, host } = await crew({ db, ...here })
  const other = await addMeeting(db, here.project, { slug: 'other', number: 70 })
  await register(db, here.project, other, { ...sami, groupId: here.pupils.id }, now)
  const foreign = await registrationBy(db, sami)
  for (const who of [usher, host, here.outsider]) await signedInAs(db, who)
  const before = await dump(db)
  for (const deed of ['take-back', 'again'])
    expect((await send(`/${foreign.id}/${deed}`, { until: liga.until })).statusCode).toBe(404)
  for (const who of [usher, host, here.outsider]) {
    const sent = form({ ...liga, group: here.pupils.id })
    const headers = { ...sent.headers, ...(await signedInAs(db, who)) }
    expect((await app.inject({ method: 'POST', url: all, payload: sent.payload, headers })).statusCode).toBe(404)
  }
  expect(await dump(db)).toEqual(before)
})

async function desk(meeting: Parameters<typeof world>[0] = {}) {
  const { db, ...here } = await world(meeting)
  const app = await testApp(db)
  const who = await signedInAs(db, here.organiser)
  const post = async (
    path: string,
    { payload, headers }: { payload: string | Buffer; headers: Record<string, string> },
  ) => await app.inject({ method: 'POST', url: `${all}${path}?lang=en`, payload, headers: { ...headers, ...who } })
  const send = async (path: string, fields: Record<string, string>) => await post(path, form(fields))
  const many = async (fields: Record<string, string>) =>
    await post('/many', await multipart({ step: 'look', until: liga.until, ...fields }))
  return { db, here, app, send, many }
}

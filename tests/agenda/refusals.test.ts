import { describe, expect, test } from 'vitest'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { addMeeting, form, signedInAs } from '../world.ts'
import { agenda, desk, filled } from './desk.ts'
import { releaseOf } from './plan.ts'

describe('nonsense', () => {
  const wrong: [string, Record<string, string>][] = [
    ['no title', { 'title.lv': '' }],
    ['a title of 300 characters', { 'title.lv': 'x'.repeat(300) }],
    ['a title of two lines', { 'title.lv': 'a\r\nb' }],
    ['a NUL', { 'title.lv': 'a\u0000b' }],
    ['an unknown type', { type: 'party' }],
    ['no minutes at all', { minutes: '0' }],
    ['more than a day', { minutes: '1441' }],
    ['half a minute', { minutes: '1.5' }],
    ['a gap back in time', { gapMinutes: '-5' }],
    ['a room of somebody else', { room: 'f3b1' }],
    ['a day of somebody else', { day: 'f3b1' }],
    ['a date that does not exist', { pinnedAt: '2026-02-30T10:00' }],
    ['an hour that the clocks skip', { pinnedAt: '2027-03-28T03:30' }],
    ['21 speakers', { speakers: Array.from({ length: 21 }, (_, i) => `Runātājs ${i}`).join('\n') }],
    ['a speaker of 200 characters', { speakers: 'x'.repeat(200) }],
  ]

  test.each(wrong)('%s: is said, and nothing is stored', async (_, fields) => {
    const { db, kickoff, post, add } = await desk()
    await add('Sikspārņi')
    const before = await draftAgenda(db, kickoff)
    for (const url of [`${agenda}/slots`, `${agenda}/slots/siksparni`]) {
      const { statusCode, body } = await post(url, { ...filled, 'title.lv': 'Luna & Co', ...fields })
      expect(statusCode).toBe(422)
      expect(body).toContain('id="problems"')
    }
    expect(await draftAgenda(db, kickoff)).toEqual(before)
  })

  test('a room needs a name', async () => {
    const { db, kickoff, post } = await desk()
    expect((await post(`${agenda}/rooms`, { 'name.lv': ' ' })).statusCode).toBe(422)
    expect((await draftAgenda(db, kickoff)).rooms).toEqual([])
  })

  test.each(['slots/nothing', 'slots/nothing/remove', 'rooms/nothing', 'rooms/nothing/remove'])(
    '%s is not there',
    async (path) => {
      const { get, post } = await desk()
      expect([(await get(`${agenda}/${path}`)).statusCode, (await post(`${agenda}/${path}`)).statusCode]).toEqual([
        404, 404,
      ])
    },
  )
})

test('a slot of another meeting does not become this one’s by its id', async () => {
  const { db, project, post, add } = await desk()
  const second = await addMeeting(db, project, { slug: 'second', number: 2 })
  const { id: once } = await add('Luna')
  const answer = await post(agenda.replace('kickoff', 'second').concat('/slots'), { ...filled, once })
  expect([answer.statusCode, (await draftAgenda(db, second)).slots]).toEqual([404, []])
})

test('an outsider finds nothing here and changes nothing', async () => {
  const { db, app, project, kickoff, outsider, organiser, now, add } = await desk()
  await add('Luna')
  await add('Imbir')
  const room = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const before = await draftAgenda(db, kickoff)
  const { cookie } = await signedInAs(db, outsider)
  const deeds = [
    'slots',
    'slots/luna',
    'slots/luna/later',
    'slots/imbir/earlier',
    'slots/luna/remove',
    'release',
    'undo',
    'redo',
    'late',
  ]
  deeds.push('slots/luna/place', 'slots/luna/stretch', 'slots/luna/pin')
  for (const deed of [...deeds, 'rooms', `rooms/${room.id}`, `rooms/${room.id}/remove`]) {
    const { headers, payload } = form({ ...filled, 'name.lv': 'Mūsu' })
    const asked = { method: 'POST' as const, url: `${agenda}/${deed}`, payload }
    expect((await app.inject({ ...asked, headers: { ...headers, cookie } })).statusCode).toBe(404)
    expect((await app.inject({ ...asked, headers })).statusCode).toBe(404)
  }
  for (const page of ['', '/slots/luna', '/slots/luna/remove', `/rooms/${room.id}`])
    expect((await app.inject({ url: agenda + page, headers: { cookie } })).statusCode).toBe(404)
  expect(await draftAgenda(db, kickoff)).toEqual(before)
  expect(await releaseOf(db, kickoff)).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { days as dayRows } from '../../db/schema.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { moveSlot } from '../../server/agenda/move-slot.ts'
import { pinSlot, unpinSlot } from '../../server/agenda/pin-slot.ts'
import { placeSlot } from '../../server/agenda/place-slot.ts'
import type { Place } from '../../server/agenda/placing.ts'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { stretchSlot } from '../../server/agenda/stretch-slot.ts'
import { agenda, desk } from './desk.ts'
import { draftOf, story } from './plan.ts'

/** An evening with two rooms; `place` and the others take slots by their title. */
async function evening() {
  const scene = await desk()
  const { db, project, kickoff, organiser, now, day } = scene
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const studio = await addRoom(db, project, kickoff, { lv: 'Studija' }, organiser, now)
  const called = async (title: string) => {
    const { slots } = await draftAgenda(db, kickoff)
    const slot = slots.find((one) => one.title.lv === title)
    if (!slot) throw new Error(`no ${title}`)
    return slot
  }
  const at = (clock: string) => Temporal.Instant.from(`2026-12-12T${clock}:00Z`)
  const place = async (title: string, where: Partial<Place> & { beforeIt?: string }) => {
    const before = where.beforeIt ? (await called(where.beforeIt)).id : null
    const to = { dayId: day.id, roomId: null, ...where, before }
    return await placeSlot(db, project, kickoff, await called(title), to, organiser, now)
  }
  const stretch = async (title: string, minutes: number) =>
    await stretchSlot(db, project, kickoff, await called(title), minutes, organiser, now)
  return { ...scene, hall, studio, called, at, place, stretch }
}

describe('placing', () => {
  test('from the tray goes to the end of a day, before a slot, and back', async () => {
    const { db, kickoff, add, place } = await evening()
    await add('Luna')
    await add('Imbir', { dayId: null })
    await place('Imbir', {})
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Imbir'])
    await place('Imbir', { beforeIt: 'Luna' })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Imbir', '15:10 Luna'])
    await place('Imbir', { dayId: null })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', 'Imbir'])
  })

  test('at a time leaves the time before it free, and what stood later stays where it fits', async () => {
    const { db, kickoff, add, at, place, called } = await evening()
    await add('Luna')
    await add('Createam', { gapMinutes: 50 })
    await add('Imbir', { dayId: null })
    await place('Imbir', { at: at('15:31') })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:30 Imbir', '16:00 Createam'])
    expect([(await called('Imbir')).gapMinutes, (await called('Createam')).gapMinutes]).toEqual([20, 20])
    await place('Imbir', { at: at('15:55') })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:55 Imbir', '16:05 Createam'])
  })

  test('at a time is before what has not passed its middle by then', async () => {
    const { db, kickoff, add, at, place } = await evening()
    await add('Luna', { minutes: 30 })
    await add('Imbir', { dayId: null })
    await place('Imbir', { at: at('15:10') })
    expect(await draftOf(db, kickoff)).toEqual(['15:10 Imbir', '15:20 Luna'])
    await place('Imbir', { at: at('15:20') })
    expect(await draftOf(db, kickoff)).toEqual(['15:20 Imbir', '15:30 Luna'])
    await place('Imbir', { at: at('15:50') })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:50 Imbir'])
  })

  test('in all rooms waits for each, and parts what stands before from what stands after', async () => {
    const { db, kickoff, add, at, place, hall, studio } = await evening()
    for (const title of ['A', 'B']) await add(title, { roomId: hall.id, minutes: 60 })
    for (const title of ['C', 'D', 'E']) await add(title, { roomId: studio.id, minutes: 30 })
    await add('Tēja', { dayId: null })
    await place('Tēja', { at: at('16:00') })
    expect(await draftOf(db, kickoff)).toEqual(['15:00 A', '15:00 C', '15:30 D', '16:00 Tēja', '16:10 B', '16:10 E'])
    await place('Tēja', { beforeIt: 'A' })
    expect((await draftOf(db, kickoff))[0]).toBe('15:00 Tēja')
  })

  test('touches no other row, until there is no room left between two', async () => {
    const { db, kickoff, add, place } = await evening()
    for (const title of ['A', 'B', 'C', 'D']) await add(title)
    const positions = async () =>
      (await draftAgenda(db, kickoff)).slots.map(({ title, position }) => [title.lv, position])
    await place('D', { beforeIt: 'B' })
    expect(await positions()).toEqual([
      ['A', 1000],
      ['D', 1500],
      ['B', 2000],
      ['C', 3000],
    ])
    for (let i = 0; i < 12; i += 1) await place(i % 2 === 0 ? 'C' : 'D', { beforeIt: 'B' })
    expect((await draftOf(db, kickoff)).map((line) => line.slice(6))).toEqual(['A', 'C', 'D', 'B'])
  })

  test('a pin goes along to a time, and is none on another day or in the tray', async () => {
    const { db, kickoff, add, at, place, called } = await evening()
    await add('Foto', { pinnedAt: at('16:00') })
    await place('Foto', { at: at('16:30') })
    expect(await draftOf(db, kickoff)).toEqual(['16:30 Foto'])
    await place('Foto', { dayId: null })
    expect((await called('Foto')).pinnedAt).toBeNull()
  })
})

test('a slot is stretched, and what follows goes along up to the next pin', async () => {
  const { db, kickoff, add, at, stretch } = await evening()
  await add('Luna')
  await add('Imbir')
  await add('Foto', { pinnedAt: at('16:00') })
  await stretch('Luna', 25)
  expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:25 Imbir', '16:00 Foto'])
})

test('a slot is pinned where it is, and let go again', async () => {
  const { db, project, kickoff, organiser, now, add, stretch, called } = await evening()
  await add('Luna')
  await add('Imbir')
  await pinSlot(db, project, kickoff, await called('Imbir'), organiser, now)
  await stretch('Luna', 5)
  expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Imbir'])
  await unpinSlot(db, project, kickoff, await called('Imbir'), organiser, now)
  expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:05 Imbir'])
})

test('at the edge of a day a slot goes on to the next, and back; a pinned one stays', async () => {
  const { db, project, kickoff, organiser, now, add, at, called } = await evening()
  const sunday = {
    meetingId: kickoff.id,
    startsAt: at('15:00').add({ hours: 24 }),
    endsAt: at('17:00').add({ hours: 24 }),
  }
  await db.transact((tx) => tx.insert(dayRows).values(sunday), { touches: 'everything' })
  const [, next] = (await draftAgenda(db, kickoff)).days
  await add('Luna')
  await add('Imbir', { dayId: next?.id })
  const move = async (title: string, way: 'earlier' | 'later') =>
    await moveSlot(db, project, kickoff, await called(title), way, organiser, now)
  await move('Luna', 'later')
  const onSunday = async () =>
    (await draftAgenda(db, kickoff)).slots.filter(({ dayId }) => dayId === next?.id).map(({ title }) => title.lv)
  expect(await onSunday()).toEqual(['Luna', 'Imbir'])
  await move('Luna', 'earlier')
  expect(await onSunday()).toEqual(['Imbir'])
  await pinSlot(db, project, kickoff, await called('Luna'), organiser, now)
  await move('Luna', 'later')
  expect(await onSunday()).toEqual(['Imbir'])
})

test('who introduces, and whether slides are wanted, is kept where it is not said', async () => {
  const { db, project, kickoff, organiser, now, add, called } = await evening()
  const luna = await add('Luna', { introducedBy: 'Ilze', slidesWanted: true })
  await editSlot(db, project, kickoff, luna, story('Luna', { minutes: 20 }), organiser, now)
  expect(await called('Luna')).toMatchObject({ introducedBy: 'Ilze', slidesWanted: true, minutes: 20 })
})

describe('plain forms', () => {
  test('place, stretch and pin', async () => {
    const { db, kickoff, day, post, add, hall, called } = await evening()
    await add('Luna', { dayId: null })
    const place = await post(`${agenda}/slots/luna/place`, { day: day.id, room: hall.id, at: '17:30' })
    expect([place.statusCode, place.headers.location]).toEqual([303, `${agenda}#slot-luna`])
    expect(await draftOf(db, kickoff)).toEqual(['15:30 Luna'])
    expect((await post(`${agenda}/slots/luna/stretch`, { minutes: '45' })).statusCode).toBe(303)
    expect((await post(`${agenda}/slots/luna/pin`, { pinned: 'yes' })).statusCode).toBe(303)
    expect(await called('Luna')).toMatchObject({ minutes: 45, roomId: hall.id, pinnedAt: expect.anything() })
    expect((await post(`${agenda}/slots/luna/pin`)).statusCode).toBe(303)
    expect((await called('Luna')).pinnedAt).toBeNull()
  })

  test.each([
    ['place', { day: 'elsewhere' }],
    ['place', { room: 'elsewhere' }],
    ['place', { at: 'noon' }],
    ['place', { at: '2027-03-28T03:30' }],
    ['stretch', { minutes: '4' }],
    ['stretch', { minutes: '1441' }],
    ['stretch', { minutes: '' }],
  ])('%s %o: is said, and nothing is stored', async (deed, fields: Record<string, string>) => {
    const { db, kickoff, day, post, add } = await evening()
    await add('Luna')
    const before = await draftAgenda(db, kickoff)
    const answer = await post(`${agenda}/slots/luna/${deed}`, { day: day.id, ...fields })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('id="problems"')
    expect(await draftAgenda(db, kickoff)).toEqual(before)
  })
})

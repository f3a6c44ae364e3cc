import { describe, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { moveSlot } from '../../server/agenda/move-slot.ts'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom, editRoom, removeRoom } from '../../server/agenda/rooms.ts'
import { addMeeting, world } from '../world.ts'
import { draftOf, firstDay, story } from './plan.ts'

async function evening() {
  const { db, project, kickoff, organiser, now, foreign } = await world()
  const day = await firstDay(db, kickoff)
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, ...details }), organiser, now)
  return { db, project, foreign, kickoff, organiser, now, day, add }
}

test('slots follow each other in the order in which they were added', async () => {
  const { db, kickoff, add } = await evening()
  await add('Luna')
  await add('Imbir', { dayId: null })
  await add('Sikspārņi', { minutes: 20 })
  await add('Solyanka')
  expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Sikspārņi', '15:30 Solyanka', 'Imbir'])
})

test('a slot keeps everything that was said of it', async () => {
  const { db, project, kickoff, organiser, now, day } = await evening()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const said = story('Createam', {
    type: 'workshop',
    title: { lv: 'Createam', en: 'Createam!' },
    summary: { lv: 'Darbnīca.' },
    minutes: 45,
    gapMinutes: 5,
    roomId: hall.id,
    dayId: day.id,
    pinnedAt: day.startsAt,
    internal: true,
    speakers: ['Createam', 'Noor'],
  })
  const added = await addSlot(db, project, kickoff, said, organiser, now)
  const { slots } = await draftAgenda(db, kickoff)
  expect(slots).toEqual([
    {
      ...added,
      ...said,
      speakers: ['Createam', 'Noor'].map((name) => expect.objectContaining({ name, standing: 'confirmed' })),
      id: added.id,
      slug: 'createam',
      meetingId: kickoff.id,
      position: 1000,
    },
  ])
})

test('a title in a language that the project does not have outlives the editing of the others', async () => {
  const { db, project, kickoff, organiser, now, day, add } = await evening()
  const bats = await add('', { title: { uk: 'Кажани' } })
  await editSlot(db, project, kickoff, bats, story('Sikspārņi', { dayId: day.id }), organiser, now)
  const { slots } = await draftAgenda(db, kickoff)
  expect(slots.map(({ title }) => title)).toEqual([{ lv: 'Sikspārņi', uk: 'Кажани' }])
})

describe('its address', () => {
  test('comes from its title, and stays when the title changes', async () => {
    const { db, project, kickoff, organiser, now, add } = await evening()
    const bats = await add('Daugavpils – sikspārņu pilsēta!')
    const edited = await editSlot(db, project, kickoff, bats, story('Nakts'), organiser, now)
    expect([bats.slug, edited.done?.slug]).toEqual(['daugavpils-siksparnu-pilseta', bats.slug])
  })

  test('differs from every other in the meeting, and never is empty', async () => {
    const { add } = await evening()
    const slugs = [await add('Luna'), await add('Luna'), await add('Luna!'), await add('?!'), await add('Кожан')]
    expect(slugs.map(({ slug }) => slug)).toEqual(['luna', 'luna-2', 'luna-3', 'story', 'kozhan'])
  })
})

describe('moving', () => {
  test('earlier and later change places with the neighbour', async () => {
    const { db, project, kickoff, organiser, now, add } = await evening()
    await add('Luna')
    const bats = await add('Sikspārņi')
    await add('Solyanka')
    await moveSlot(db, project, kickoff, bats, 'later', organiser, now)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Solyanka', '15:20 Sikspārņi'])
    await moveSlot(db, project, kickoff, bats, 'later', organiser, now)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Solyanka', '15:20 Sikspārņi'])
    await moveSlot(db, project, kickoff, bats, 'earlier', organiser, now)
    await moveSlot(db, project, kickoff, bats, 'earlier', organiser, now)
    await moveSlot(db, project, kickoff, bats, 'earlier', organiser, now)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Sikspārņi', '15:10 Luna', '15:20 Solyanka'])
  })

  test('looks for the neighbour in the same room', async () => {
    const { db, project, kickoff, organiser, now, add } = await evening()
    const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
    const studio = await addRoom(db, project, kickoff, { lv: 'Studija' }, organiser, now)
    await add('Luna', { roomId: hall.id })
    await add('Createam', { roomId: studio.id })
    await add('Tēja', { dayId: null })
    const bats = await add('Sikspārņi', { roomId: hall.id })
    await moveSlot(db, project, kickoff, bats, 'earlier', organiser, now)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Sikspārņi', '15:00 Createam', '15:10 Luna', 'Tēja'])
  })

  test('to another day puts a slot at its end', async () => {
    const { db, project, kickoff, organiser, now, day, add } = await evening()
    const imbir = await add('Imbir', { dayId: null })
    await add('Luna')
    await editSlot(db, project, kickoff, imbir, story('Imbir', { dayId: day.id }), organiser, now)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Imbir'])
  })
})

describe('speakers', () => {
  test('are found by name within the project, or become its speakers', async () => {
    const { db, project, kickoff, organiser, now, day, add } = await evening()
    const luna = await add('Luna', { speakers: ['Luna komanda', 'Noor', 'Noor'] })
    await add('Sikspārņi', { speakers: ['Noor'] })
    const named = () => db.select({ name: speakers.name }).from(speakers).where(eq(speakers.projectId, project.id))
    expect((await named()).map(({ name }) => name).sort()).toEqual(['Luna komanda', 'Noor'])
    await editSlot(
      db,
      project,
      kickoff,
      luna,
      story('Luna', { dayId: day.id, speakers: ['Noor', 'Sami'] }),
      organiser,
      now,
    )
    const { slots } = await draftAgenda(db, kickoff)
    const names = slots.map((slot) => slot.speakers.map(({ name }) => name))
    expect(names).toEqual([['Noor', 'Sami'], ['Noor']])
  })
})

describe('rooms', () => {
  test('come once from one form, and never in the place of a room or slot elsewhere', async () => {
    const { db, project, kickoff, organiser, now, add } = await evening()
    const other = await addMeeting(db, project, { slug: 'next', number: 2 })
    const once = 'b7e1f0a2-6f0e-4c8e-9f57-0d5f3c1a2b34'
    const hall = () => addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now, { once })
    expect((await hall()).id).toBe((await hall()).id)
    await expect(addRoom(db, project, other, { lv: 'Cita' }, organiser, now, { once })).rejects.toThrow('not-found')
    const { id } = await add('Luna')
    await expect(addSlot(db, project, other, story('Cits', { once: id }), organiser, now)).rejects.toThrow('not-found')
    const [here, there] = [await draftAgenda(db, kickoff), await draftAgenda(db, other)]
    expect([here.rooms.length, here.slots.length, there.rooms, there.slots]).toEqual([1, 1, [], []])
  })

  test('are added, renamed and removed; what was planned there is then in all rooms', async () => {
    const { db, project, kickoff, organiser, now, add } = await evening()
    const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
    const studio = await addRoom(db, project, kickoff, { lv: 'Studija' }, organiser, now)
    await add('Luna', { roomId: studio.id })
    await editRoom(db, project, kickoff, hall, { name: { lv: 'Lielā zāle' }, capacity: null }, organiser, now)
    await removeRoom(db, project, kickoff, studio, organiser, now)
    await removeRoom(db, project, kickoff, studio, organiser, now)
    const { rooms, slots } = await draftAgenda(db, kickoff)
    expect(rooms.map(({ name }) => name)).toEqual([{ lv: 'Lielā zāle' }])
    expect(slots.map(({ roomId, dayId }) => [roomId, dayId !== null])).toEqual([[null, true]])
  })
})

test('nothing of another meeting can be planned in, or changed', async () => {
  const { db, project, foreign, kickoff, organiser, now, add } = await evening()
  const theirs = await addMeeting(db, foreign, { slug: 'theirs' })
  const theirDay = await firstDay(db, theirs)
  const theirRoom = await addRoom(db, foreign, theirs, { lv: 'Viņu zāle' }, organiser, now)
  const theirSlot = await addSlot(db, foreign, theirs, story('Viņu', { dayId: theirDay.id }), organiser, now)
  await expect(add('Luna', { dayId: theirDay.id })).rejects.toThrow('refusal.not-found')
  await expect(add('Luna', { roomId: theirRoom.id })).rejects.toThrow('refusal.not-found')
  await expect(editSlot(db, project, kickoff, theirSlot, story('Mūsu'), organiser, now)).rejects.toThrow('not-found')
  await expect(moveSlot(db, project, kickoff, theirSlot, 'later', organiser, now)).rejects.toThrow('not-found')
  await expect(
    editRoom(db, project, kickoff, theirRoom, { name: { lv: 'Mūsu' }, capacity: null }, organiser, now),
  ).rejects.toThrow('not-found')
  await removeSlot(db, project, kickoff, theirSlot, organiser, now)
  await removeRoom(db, project, kickoff, theirRoom, organiser, now)
  expect(await draftOf(db, theirs)).toEqual(['15:00 Viņu'])
  expect((await draftAgenda(db, theirs)).rooms).toEqual([theirRoom])
  expect(await draftOf(db, kickoff)).toEqual([])
})

test('what was done is written down once, and saving the same again is nothing', async () => {
  const { db, project, kickoff, organiser, now, day, add } = await evening()
  const luna = await add('Luna')
  await editSlot(db, project, kickoff, luna, story('Luna', { dayId: day.id }), organiser, now)
  await moveSlot(db, project, kickoff, luna, 'later', organiser, now)
  await removeSlot(db, project, kickoff, luna, organiser, now)
  await removeSlot(db, project, kickoff, luna, organiser, now)
  const deeds = await db.select().from(history)
  expect(deeds.map(({ deed, facts, organiserId }) => ({ deed, facts, organiserId }))).toEqual([
    { deed: 'agenda.edited', facts: { title: '{"lv":"Luna"}' }, organiserId: organiser.id },
    { deed: 'agenda.edited', facts: { title: '{"lv":"Luna"}' }, organiserId: organiser.id },
  ])
  expect(await draftOf(db, kickoff)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { draftChanges } from '../../server/agenda/draft-changes.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { draftAgenda, releasedAgenda } from '../../server/agenda/queries.ts'
import { nextRelease, type PlannedSlot, planned } from '../../server/agenda/release.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom, editRoom } from '../../server/agenda/rooms.ts'
import { readsOf } from '../reads.ts'
import { world } from '../world.ts'
import { firstDay, releaseOf, story } from './plan.ts'

async function evening() {
  const { db, project, kickoff, organiser, now } = await world()
  const day = await firstDay(db, kickoff)
  const placed = (lv: string, details = {}) => story(lv, { dayId: day.id, ...details })
  const add = (lv: string, details = {}) => addSlot(db, project, kickoff, placed(lv, details), organiser, now)
  const release = (hours = 0) => releaseAgenda(db, project, kickoff, organiser, now.add({ hours }))
  return { db, project, kickoff, organiser, now, day, placed, add, release }
}

test('the public sees what was released, whole and timed, without blockers and the tray', async () => {
  const { db, project, kickoff, organiser, now, add, release } = await evening()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle', en: 'Hall' }, organiser, now)
  const luna = await add('Luna', { roomId: hall.id, summary: { lv: 'No idejas.' }, speakers: ['Luna komanda'] })
  await add('Skaņas pārbaude', { internal: true, minutes: 30 })
  await add('Imbir', { dayId: null })
  const tea = await add('Tēja', { type: 'break', minutes: 15 })
  expect(await releasedAgenda(db, kickoff)).toBeNull()
  expect(await release()).toBe(1)
  await add('Vēl neizlaists')
  const common = { pinned: false, sequence: 0, changedAt: now.toString() }
  expect(await releasedAgenda(db, kickoff)).toEqual({
    version: 1,
    name: '',
    lateMinutes: null,
    releasedAt: now,
    withdrawn: [],
    slots: [
      {
        ...common,
        id: luna.id,
        slug: 'luna',
        type: 'story',
        title: { lv: 'Luna' },
        summary: { lv: 'No idejas.' },
        room: { lv: 'Zāle', en: 'Hall' },
        startsAt: '2026-12-12T15:00:00Z',
        endsAt: '2026-12-12T15:10:00Z',
        speakers: [{ id: expect.any(String), name: 'Luna komanda' }],
      },
      {
        ...common,
        id: tea.id,
        slug: 'teja',
        type: 'break',
        title: { lv: 'Tēja' },
        summary: {},
        room: null,
        startsAt: '2026-12-12T15:40:00Z',
        endsAt: '2026-12-12T15:55:00Z',
        speakers: [],
      },
    ],
  })
})

test('only slots whose time, room or title changed get the next sequence', async () => {
  const { db, project, kickoff, organiser, now, placed, add, release } = await evening()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const luna = await add('Luna', { roomId: hall.id })
  const bats = await add('Sikspārņi')
  const tea = await add('Tēja')
  await release()
  await editRoom(db, project, kickoff, hall, { name: { lv: 'Lielā zāle' }, capacity: null }, organiser, now)
  await editSlot(db, project, kickoff, bats, placed('Sikspārņi', { summary: { lv: 'Nakts stāsts.' } }), organiser, now)
  expect(await release(1)).toBe(2)
  expect((await releaseOf(db, kickoff))?.slots).toEqual(['15:00 Luna #1', '15:10 Sikspārņi #0', '15:20 Tēja #0'])
  await editSlot(db, project, kickoff, bats, placed('Sikspārņu nakts', { minutes: 25 }), organiser, now)
  expect(await release(2)).toBe(3)
  expect((await releaseOf(db, kickoff))?.slots).toEqual(['15:00 Luna #1', '15:10 Sikspārņu nakts #1', '15:35 Tēja #1'])
  const changed = (await releasedAgenda(db, kickoff))?.slots.map(({ id, changedAt }) => [id, changedAt])
  expect(changed).toEqual([
    [luna.id, now.add({ hours: 1 }).toString()],
    [bats.id, now.add({ hours: 2 }).toString()],
    [tea.id, now.add({ hours: 2 }).toString()],
  ])
})

test('releasing without changes does nothing', async () => {
  const { db, kickoff, add, release } = await evening()
  expect(await release()).toBeNull()
  await add('Luna')
  expect(await release()).toBe(1)
  const before = await releasedAgenda(db, kickoff)
  expect(await release(1)).toBeNull()
  expect(await releasedAgenda(db, kickoff)).toEqual(before)
})

test('a slot that is gone is withdrawn, and kept so; its address is not given out again', async () => {
  const { db, project, kickoff, organiser, now, add, release } = await evening()
  const luna = await add('Luna')
  await add('Tēja')
  await release()
  await removeSlot(db, project, kickoff, luna, organiser, now)
  await release(1)
  const again = await add('Luna')
  await release(2)
  expect(again.slug).toBe('luna-2')
  expect(await releaseOf(db, kickoff)).toEqual({
    version: 3,
    slots: ['15:00 Tēja #1', '15:10 Luna #0'],
    withdrawn: ['15:00 Luna #1'],
  })
})

test('a slot that comes back from the tray goes on counting', async () => {
  const { db, project, kickoff, organiser, now, placed, add, release } = await evening()
  const luna = await add('Luna')
  await release()
  await editSlot(db, project, kickoff, luna, story('Luna'), organiser, now)
  await release(1)
  expect(await releaseOf(db, kickoff)).toEqual({ version: 2, slots: [], withdrawn: ['15:00 Luna #1'] })
  await editSlot(db, project, kickoff, luna, placed('Luna'), organiser, now)
  await release(2)
  expect(await releaseOf(db, kickoff)).toEqual({ version: 3, slots: ['15:00 Luna #2'], withdrawn: [] })
})

describe('what is not released yet', () => {
  const luna: PlannedSlot = {
    id: 'luna',
    slug: 'luna',
    type: 'story',
    title: { lv: 'Luna', en: 'Luna' },
    summary: {},
    room: null,
    startsAt: '2026-12-12T15:00:00Z',
    endsAt: '2026-12-12T15:10:00Z',
    pinned: false,
    speakers: [{ id: 'noor', name: 'Noor' }],
  }
  const bats = { ...luna, id: 'bats', slug: 'bats', title: { lv: 'Sikspārņi' } }
  const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
  const released = nextRelease(null, [luna, bats], now)
  const [wasLuna, wereBats] = released.slots

  test('is everything before the first release', () => {
    expect(draftChanges(null, [luna])).toEqual([{ kind: 'added', slot: luna }])
  })

  test('is said slot by slot, with what was', () => {
    const moved = { ...luna, startsAt: '2026-12-12T16:00:00Z', endsAt: '2026-12-12T16:10:00Z', title: { lv: 'Mēness' } }
    const tea = { ...luna, id: 'tea' }
    expect(draftChanges(released, [moved, tea])).toEqual([
      { kind: 'moved', slot: moved, before: wasLuna },
      { kind: 'retitled', slot: moved, before: wasLuna },
      { kind: 'added', slot: tea },
      { kind: 'removed', slot: wereBats },
    ])
  })

  test.each([{ summary: { lv: 'Jauns.' } }, { speakers: [{ id: 'sami', name: 'Sami' }] }, { type: 'talk' as const }])(
    'may be other words only: %o',
    (words) => {
      const reworded = { ...luna, ...words }
      expect(draftChanges(released, [reworded, bats])).toEqual([{ kind: 'rewritten', slot: reworded, before: wasLuna }])
    },
  )

  test('is not the order in which languages are stored', () => {
    expect(draftChanges(released, [{ ...luna, title: { en: 'Luna', lv: 'Luna' } }, bats])).toEqual([])
  })
})

test('the draft is read in as many queries, however long it is', async () => {
  const { db, kickoff, add } = await evening()
  await add('Luna', { speakers: ['Noor'] })
  const few = await readsOf(async () => await draftAgenda(db, kickoff))
  for (let i = 0; i < 30; i += 1) await add(`Stāsts ${i}`, { speakers: [`Runātājs ${i}`, 'Noor'] })
  expect([few, await readsOf(async () => await draftAgenda(db, kickoff))]).toEqual([5, 5])
  const { slots, days, rooms } = await draftAgenda(db, kickoff)
  expect(planned({ slots, days, rooms })).toHaveLength(31)
})

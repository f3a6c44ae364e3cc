import { describe, expect, test } from 'vitest'
import { letters, releases } from '../../db/schema.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { draftAgenda, releasedAgenda } from '../../server/agenda/queries.ts'
import { planned } from '../../server/agenda/release.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { runLate } from '../../server/agenda/run-late.ts'
import { undo } from '../../server/agenda/undo.ts'
import { agenda, desk } from './desk.ts'
import { draftOf, releaseOf, story } from './plan.ts'

/** The day of the meeting, which begins at 15:00 UTC. */
async function theDay(meeting = {}) {
  const scene = await desk(meeting)
  const { db, project, kickoff, organiser, day } = scene
  const at = (minutes: number) => day.startsAt.add({ minutes })
  const release = async () => await releaseAgenda(db, project, kickoff, organiser, at(-60))
  const late = async (minutes: number, when: number, once?: string) =>
    await runLate(db, project, kickoff, { minutes, once }, organiser, at(when))
  const publicTimes = async () => (await releaseOf(db, kickoff))?.slots.map((line) => line.replace(/ #\d+$/, '')) ?? []
  return { ...scene, at, release, late, publicTimes }
}

test('what is going on gets longer, what is to come goes along, up to the next pin', async () => {
  const { db, kickoff, add, at, release, late, publicTimes } = await theDay()
  for (const title of ['A', 'B', 'C']) await add(title)
  await add('Foto', { pinnedAt: at(60) })
  await add('D')
  await release()
  expect(await late(15, 12)).toBe(2)
  const shifted = ['15:00 A', '15:10 B', '15:35 C', '16:00 Foto', '16:10 D']
  expect(await draftOf(db, kickoff)).toEqual(shifted)
  expect(await publicTimes()).toEqual(shifted)
  expect(await db.select().from(letters)).toEqual([])
  expect(await db.select({ by: releases.lateMinutes }).from(releases)).toEqual([{ by: null }, { by: 15 }])
})

test('between two slots the next one waits', async () => {
  const { add, release, late, publicTimes } = await theDay()
  await add('A')
  await add('B', { gapMinutes: 10 })
  await release()
  await late(10, 12)
  expect(await publicTimes()).toEqual(['15:00 A', '15:30 B'])
  await late(-5, 13)
  expect(await publicTimes()).toEqual(['15:00 A', '15:25 B'])
})

test('before the day begins everything is put off', async () => {
  const { add, release, late, publicTimes } = await theDay()
  await add('A')
  await add('B')
  await release()
  await late(20, -30)
  expect(await publicTimes()).toEqual(['15:20 A', '15:30 B'])
})

test('catching up takes no more than there is', async () => {
  const { add, release, late, publicTimes } = await theDay()
  await add('A', { minutes: 30 })
  await add('B', { gapMinutes: 5 })
  await release()
  await late(-60, 20)
  expect(await publicTimes()).toEqual(['15:00 A', '15:25 B'])
})

test('each room goes by what is going on there, and what is in all rooms waits for them once', async () => {
  const { db, project, kickoff, organiser, now, add, release, late, publicTimes } = await theDay()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const studio = await addRoom(db, project, kickoff, { lv: 'Studija' }, organiser, now)
  await add('A', { roomId: hall.id, minutes: 30 })
  await add('B', { roomId: studio.id, minutes: 10 })
  await add('C', { roomId: studio.id, minutes: 10, gapMinutes: 10 })
  await add('Tēja')
  await release()
  await late(10, 15)
  expect(await publicTimes()).toEqual(['15:00 A', '15:00 B', '15:30 C', '15:40 Tēja'])
})

test('in the night in which the clocks change, minutes are minutes', async () => {
  const startsAt = Temporal.Instant.from('2026-10-24T20:00:00Z')
  const { add, late, release, publicTimes } = await theDay({ startsAt, endsAt: startsAt.add({ hours: 12 }) })
  await add('A', { minutes: 300 })
  await add('B', { minutes: 120 })
  await release()
  await late(30, 240)
  expect(await publicTimes()).toEqual(['20:00 A', '01:30 B'])
})

describe('what is only drafted', () => {
  test('stays a draft: new, retitled, moved and removed slots', async () => {
    const { db, project, kickoff, organiser, now, day, add, release, late } = await theDay()
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await release()
    await editSlot(db, project, kickoff, a, story('A!', { dayId: day.id }), organiser, now)
    await editSlot(db, project, kickoff, b, story('B'), organiser, now)
    await editSlot(db, project, kickoff, c, story('C', { dayId: day.id, minutes: 50 }), organiser, now)
    await add('Jauns')
    await late(5, 5)
    const { slots } = (await releasedAgenda(db, kickoff)) ?? { slots: [] }
    expect(
      slots.map(({ title, startsAt, endsAt }) => `${title.lv} ${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`),
    ).toEqual(['A 15:00–15:15', 'B 15:15–15:25', 'C 15:25–15:35'])
  })

  test('nothing differs afterwards that did not before', async () => {
    const { db, kickoff, add, at, release, late } = await theDay()
    for (const title of ['A', 'B', 'C']) await add(title)
    await add('Foto', { pinnedAt: at(50) })
    await release()
    await late(7, 12)
    const times = (slots: readonly { startsAt: string; endsAt: string }[]) =>
      slots.map(({ startsAt, endsAt }) => [startsAt, endsAt])
    const released = await releasedAgenda(db, kickoff)
    expect(times(released?.slots ?? [])).toEqual(times(planned(await draftAgenda(db, kickoff))))
  })
})

test('the same tap twice is one, and it can be taken back in the draft', async () => {
  const { db, project, kickoff, organiser, add, at, release, late } = await theDay()
  await add('A')
  await add('B')
  await release()
  const once = '00000000-0000-4000-8000-000000000001'
  expect([await late(10, 5, once), await late(10, 5, once)]).toEqual([2, null])
  expect(await draftOf(db, kickoff)).toEqual(['15:00 A', '15:20 B'])
  await undo(db, project, kickoff, organiser, at(6))
  expect(await draftOf(db, kickoff)).toEqual(['15:00 A', '15:10 B'])
})

test('on another day, or before a release, it is refused', async () => {
  const { add, late, release } = await theDay()
  await add('A')
  await expect(late(10, 5)).rejects.toThrow('agenda.late-unreleased')
  await release()
  await expect(late(10, -24 * 60)).rejects.toThrow('agenda.late-not-today')
  await expect(late(10, 24 * 60)).rejects.toThrow('agenda.late-not-today')
})

/** While the organiser is still signed in. */
const tomorrow = {
  startsAt: Temporal.Instant.from('2026-11-24T06:00:00Z'),
  endsAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
}

describe('the form', () => {
  test('stands on the page on the day alone', async () => {
    const { app, get, post, add, at, release, publicTimes } = await theDay(tomorrow)
    await add('A')
    await add('B')
    await release()
    expect((await get(agenda)).body).not.toContain(`action="${agenda}/late"`)
    app.clock.now = at(5)
    expect((await get(agenda)).body).toContain(`action="${agenda}/late"`)
    expect((await post(`${agenda}/late`, { minutes: '10' })).statusCode).toBe(303)
    expect(await publicTimes()).toEqual(['06:00 A', '06:20 B'])
  })

  test.each(['0', '', '241', '-121', 'desmit', '1.5'])(
    '%o minutes: is said, and nothing is put off',
    async (minutes) => {
      const { app, post, add, at, release, publicTimes } = await theDay(tomorrow)
      await add('A')
      await release()
      app.clock.now = at(-5)
      const { statusCode, body } = await post(`${agenda}/late`, { minutes })
      expect([statusCode, body.includes('id="problems"')]).toEqual([422, true])
      expect(await publicTimes()).toEqual(['06:00 A'])
    },
  )
})

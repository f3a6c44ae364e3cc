import { describe, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { agendaSteps, calls, history, rooms, slides, slotSpeakers, slots, speakers, stories } from '../../db/schema.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { forgetSteps } from '../../server/agenda/forget-steps.ts'
import { moveSlot } from '../../server/agenda/move-slot.ts'
import { lastStep, publicAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom, editRoom, removeRoom } from '../../server/agenda/rooms.ts'
import { lastDone, lastUndone } from '../../server/agenda/steps.ts'
import { stretchSlot } from '../../server/agenda/stretch-slot.ts'
import { redo, undo } from '../../server/agenda/undo.ts'
import { declineInvitation } from '../../server/speakers/answer.ts'
import { form, signedInAs } from '../world.ts'
import { agenda, desk } from './desk.ts'
import { draftOf, rowsOf, story } from './plan.ts'

const asHtmx = { 'hx-request': 'true', 'hx-target': 'div#agenda' }

async function evening() {
  const scene = await desk()
  const { db, project, kickoff, organiser, owner, now } = scene
  const back = async (by = organiser) => await undo(db, project, kickoff, by, now)
  const again = async (by = organiser) => await redo(db, project, kickoff, by, now)
  const stretch = async (slot: { id: string }, minutes: number, by = organiser, seen: number | null = null) =>
    await stretchSlot(db, project, kickoff, slot, minutes, by, now, seen)
  const { cookie } = await signedInAs(db, owner)
  const asOwner = (url: string, fields: Record<string, string> = {}, further = {}) => {
    const sent = form(fields)
    const headers = { ...sent.headers, cookie, 'accept-language': 'en', ...further }
    return scene.app.inject({ ...sent, method: 'POST', url: `${agenda}/${url}`, headers })
  }
  return { ...scene, back, again, stretch, asOwner, seen: () => lastStep(db, kickoff) }
}

describe('undoing', () => {
  test('a removed slot brings back its speakers as they had answered, its slides and its story', async () => {
    const { db, project, kickoff, organiser, now, add, back, again } = await evening()
    const luna = await add('Luna', { speakers: ['Noor', 'Sami'], pinnedAt: now })
    await db.transact(
      async (tx) => {
        await tx.update(slotSpeakers).set({ standing: 'accepted', invitedAt: now, answeredAt: now })
        await tx.insert(slides).values({ slotId: luna.id, name: 'Luna', type: 'pdf', bytes: 9, handedInAt: now })
        const call = { projectId: project.id, title: {}, text: {}, types: [], opensAt: now, createdAt: now }
        const [made] = await tx
          .insert(calls)
          .values({ ...call, closesAt: now.add({ hours: 1 }) })
          .returning()
        const told = {
          callId: made?.id ?? '',
          language: 'lv',
          type: 'story',
          status: 'accepted',
          createdAt: now,
        } as const
        await tx.insert(stories).values({ ...told, slotId: luna.id })
      },
      { touches: 'nothing' },
    )
    const before = await rowsOf(db)
    await removeSlot(db, project, kickoff, luna, organiser, now)
    const removed = await rowsOf(db)
    expect(removed).toMatchObject({ slots: [], speaking: [], slides: [], stories: [{ slotId: null }] })
    await back()
    expect(await rowsOf(db)).toEqual(before)
    await again()
    expect(await rowsOf(db)).toEqual(removed)
  })

  test('a removed room is where its slots are again', async () => {
    const { db, project, kickoff, organiser, now, add, back } = await evening()
    const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now, { capacity: 40 })
    await add('Luna', { roomId: hall.id })
    const before = await rowsOf(db)
    await removeRoom(db, project, kickoff, hall, organiser, now)
    await back()
    expect(await rowsOf(db)).toEqual(before)
  })

  test('goes back over sixty steps, and forth again, and a new change ends what could be done again', async () => {
    const { db, project, kickoff, organiser, now, add, back, again, stretch } = await evening()
    const luna = await add('Luna')
    const before = await rowsOf(db)
    for (let i = 0; i < 60; i += 1) await stretch(luna, 20 + i)
    const after = await rowsOf(db)
    for (let i = 0; i < 60; i += 1) await back()
    expect(await rowsOf(db)).toEqual(before)
    for (let i = 0; i < 60; i += 1) await again()
    expect(await rowsOf(db)).toEqual(after)
    await back()
    await moveSlot(db, project, kickoff, await add('Imbir'), 'earlier', organiser, now)
    expect(await lastUndone(db, kickoff, organiser)).toBeNull()
    expect(await again()).toEqual({ title: null, conflict: null })
  })

  test('of an edit takes back only what the edit changed', async () => {
    const { db, project, kickoff, organiser, owner, now, day, add, back, stretch } = await evening()
    const luna = await add('Luna')
    await editSlot(db, project, kickoff, luna, story('Luna 2', { dayId: day.id }), organiser, now)
    await stretch(luna, 30, owner)
    expect((await back()).conflict).toBeNull()
    expect(await db.select().from(slots)).toMatchObject([{ title: { lv: 'Luna' }, minutes: 30 }])
  })

  test('each organiser takes back their own, unless the other has changed it since', async () => {
    const { db, kickoff, owner, add, back, stretch } = await evening()
    const [luna, imbir] = [await add('Luna'), await add('Imbir')]
    await stretch(luna, 20)
    await stretch(imbir, 25, owner)
    await back()
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Imbir'])
    expect(await db.select().from(slots).where(eq(slots.id, imbir.id))).toMatchObject([{ minutes: 25 }])
    await stretch(luna, 30)
    await stretch(luna, 40, owner)
    const before = await rowsOf(db)
    const { conflict } = await back()
    expect(conflict?.since).toMatchObject([
      { by: owner.name, slot: { before: { minutes: 30 }, after: { minutes: 40 } } },
    ])
    expect(await rowsOf(db)).toEqual(before)
  })

  test('is refused when its speaker has been invited since, or its day is gone', async () => {
    const { db, project, kickoff, organiser, now, add, day, back } = await evening()
    const luna = await add('Luna')
    await editSlot(db, project, kickoff, luna, story('Luna', { dayId: day.id, speakers: ['Noor'] }), organiser, now)
    await db.transact((tx) => tx.update(slotSpeakers).set({ standing: 'invited', invitedAt: now }), {
      touches: 'nothing',
    })
    expect(await back()).toMatchObject({ title: { lv: 'Luna' }, conflict: { since: [] } })
    expect(await db.select().from(slotSpeakers)).toHaveLength(1)
  })

  test('leaves people where they are, and finds them again', async () => {
    const { db, add, back, again } = await evening()
    await add('Luna', { speakers: ['Noor'] })
    const after = await rowsOf(db)
    await back()
    expect(await db.select({ name: speakers.name }).from(speakers)).toEqual([{ name: 'Noor' }])
    await again()
    expect(await rowsOf(db)).toEqual(after)
  })

  test('is not done twice by a page that shows the same', async () => {
    const { db, project, kickoff, organiser, now, add, stretch, seen } = await evening()
    const luna = await add('Luna')
    await stretch(luna, 20)
    await stretch(luna, 30)
    const number = await seen()
    const twice = [
      await undo(db, project, kickoff, organiser, now, number),
      await undo(db, project, kickoff, organiser, now, number),
    ]
    expect(twice.map(({ title }) => title?.lv ?? null)).toEqual(['Luna', null])
    expect(await db.select().from(slots)).toMatchObject([{ minutes: 20 }])
  })

  test('is written down, and offers what comes next', async () => {
    const { db, kickoff, organiser, add, post, get } = await evening()
    await add('Luna')
    expect((await lastDone(db, kickoff, organiser))?.changes.title).toEqual({ lv: 'Luna' })
    expect((await post(`${agenda}/undo`)).headers.location).toBe(agenda)
    expect((await lastUndone(db, kickoff, organiser))?.changes.title).toEqual({ lv: 'Luna' })
    expect((await post(`${agenda}/redo`)).statusCode).toBe(303)
    expect((await get(agenda)).body).toContain('Luna')
    const deeds = (await db.select().from(history)).map(({ deed, facts }) => [deed, facts.title])
    expect(deeds.sort()).toEqual(
      ['agenda.edited', 'agenda.redone', 'agenda.undone'].map((deed) => [deed, '{"lv":"Luna"}']),
    )
  })
})

test('the last hundred steps of an organiser are kept', async () => {
  const { db, kickoff, owner, add, stretch } = await evening()
  const luna = await add('Luna')
  await stretch(luna, 11, owner)
  for (let i = 0; i < 140; i += 1) await stretch(luna, 20 + i)
  const kept = await db
    .select({ number: agendaSteps.number })
    .from(agendaSteps)
    .where(eq(agendaSteps.meetingId, kickoff.id))
  expect(kept.length).toBeLessThanOrEqual(121)
  expect(kept.length).toBeGreaterThanOrEqual(101)
  expect(kept.map(({ number }) => number)).toContain(2)
})

test('steps hold nobody’s name or address, and go when the meeting’s people are forgotten', async () => {
  const { db, kickoff, add } = await evening()
  await add('Luna', { speakers: ['Noor'] })
  const steps = async () => (await db.select().from(agendaSteps)).map(({ changes }) => changes)
  expect((await steps()).join()).not.toContain('Noor')
  await forgetSteps(db, kickoff.endsAt.add({ hours: 29 * 24 }))
  expect(await steps()).toHaveLength(1)
  await forgetSteps(db, kickoff.endsAt.add({ hours: 31 * 24 }))
  expect(await steps()).toEqual([])
})

test('a release names nobody again who was taken out unconfirmed, however many steps later', async () => {
  const { db, project, kickoff, organiser, now, day, add, stretch } = await evening()
  const luna = await add('Luna', { speakers: ['Noor', 'Sami'] })
  const imbir = await add('Imbir')
  await releaseAgenda(db, project, kickoff, organiser, now)
  for (const { slotId, speakerId } of await db.select().from(slotSpeakers))
    await declineInvitation(db, { project, meeting: kickoff }, { slotId, speakerId }, now, organiser)
  await editSlot(db, project, kickoff, luna, story('Luna', { dayId: day.id }), organiser, now)
  for (let i = 0; i < 140; i += 1) await stretch(imbir, 20 + i)
  const named = async () => (await publicAgenda(db, project, kickoff))?.slots.flatMap((slot) => slot.speakers)
  expect(await named()).toEqual([])
  await forgetSteps(db, kickoff.endsAt.add({ hours: 31 * 24 }))
  expect(await named()).toEqual([])
  expect(await db.select().from(agendaSteps)).toEqual([])
})

test('whoever wished to be forgotten is not brought back into a slot', async () => {
  const { db, project, kickoff, organiser, now, add, back } = await evening()
  await removeSlot(db, project, kickoff, await add('Luna', { speakers: ['Noor'] }), organiser, now)
  await db.transact((tx) => tx.update(speakers).set({ name: '' }), { touches: 'nothing' })
  expect((await back()).conflict).toEqual({ since: [] })
  expect(await db.select().from(slots)).toEqual([])
})

describe('two windows', () => {
  test('a slot that was changed meanwhile is not overwritten: what changed is shown, and saving goes on from there', async () => {
    const { db, project, kickoff, owner, organiser, now, day, add, asOwner, seen } = await evening()
    const luna = await add('Luna', { speakers: ['Noor'] })
    const shown = String(await seen())
    await editSlot(
      db,
      project,
      kickoff,
      luna,
      story('Luna & Co', { dayId: day.id, minutes: 25, speakers: ['Sami'] }),
      organiser,
      now,
    )
    const mine = { type: 'story', 'title.lv': 'Mūsu Luna', minutes: '40', day: day.id, room: '', speakers: 'Noor' }
    const held = await asOwner('slots/luna', { ...mine, seen: shown })
    expect(held.statusCode).toBe(409)
    for (const told of [
      organiser.name,
      'Title: Luna → Luna &amp; Co',
      'Minutes: 10 → 25',
      'Speakers: Noor → Sami',
      'value="Mūsu Luna"',
    ])
      expect(held.body).toContain(told)
    expect(await db.select().from(slots)).toMatchObject([{ title: { lv: 'Luna & Co' }, minutes: 25 }])
    const anew = /name="seen" value="(\d+)"/.exec(held.body)?.[1]
    expect(Number(anew)).toBe(await seen())
    expect((await asOwner('slots/luna', { ...mine, seen: `${anew}` })).statusCode).toBe(303)
    expect(await db.select().from(slots)).toMatchObject([{ title: { lv: 'Mūsu Luna' }, minutes: 40 }])
    expect((await lastDone(db, kickoff, owner))?.changes.title).toEqual({ lv: 'Mūsu Luna' })
  })

  test('a change of what is beside it merges, and says that somebody else was there', async () => {
    const { db, organiser, kickoff, add, asOwner, seen, stretch } = await evening()
    const luna = await add('Luna')
    await add('Imbir')
    const shown = String(await seen())
    await stretch(luna, 30)
    const { statusCode, body } = await asOwner('slots/imbir/stretch', { seen: shown, minutes: '20' }, asHtmx)
    expect(statusCode).toBe(200)
    expect(body).toContain(`${organiser.name} changed something as well meanwhile.`)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:30 Imbir'])
  })

  test('placement and words of one slot do not stand against each other, but any form does against any change', async () => {
    const { project, db, kickoff, organiser, owner, now, day, add, stretch, seen } = await evening()
    const luna = await add('Luna')
    const shown = await seen()
    await editSlot(db, project, kickoff, luna, story('Luna!', { dayId: day.id }), organiser, now)
    expect((await stretch(luna, 30, owner, shown)).conflict).toBeNull()
    expect((await stretch(luna, 40, organiser, shown)).conflict).not.toBeNull()
    const edit = await editSlot(db, project, kickoff, luna, story('Luna?', { dayId: day.id }), organiser, now, shown)
    expect(edit.conflict?.since.map(({ by }) => by)).toEqual([organiser.name, owner.name])
    expect((await removeSlot(db, project, kickoff, luna, organiser, now, shown)).conflict).not.toBeNull()
  })

  test('one’s own other window counts as well, and the same form twice is one deed', async () => {
    const { add, stretch, seen } = await evening()
    const luna = await add('Luna')
    const shown = await seen()
    expect((await stretch(luna, 30, undefined, shown)).conflict).toBeNull()
    expect((await stretch(luna, 30, undefined, shown)).conflict).toBeNull()
    expect((await stretch(luna, 35, undefined, shown)).conflict).not.toBeNull()
  })

  test('a removed slot and a renamed room are told too', async () => {
    const { db, project, kickoff, organiser, now, add, asOwner, seen } = await evening()
    await add('Luna')
    const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
    const shown = String(await seen())
    await editRoom(db, project, kickoff, hall, { name: { lv: 'Lielā zāle' }, capacity: 80 }, organiser, now)
    const held = await asOwner(`rooms/${hall.id}`, { 'name.lv': 'Mazā zāle', capacity: '', seen: shown })
    expect(held.statusCode).toBe(409)
    expect(held.body).toContain('Zāle → Lielā zāle')
    expect((await asOwner(`rooms/${hall.id}/remove`, { seen: shown })).statusCode).toBe(409)
    expect(await db.select().from(rooms)).toMatchObject([{ name: { lv: 'Lielā zāle' } }])
  })

  test('a page that is older than what is remembered is not trusted', async () => {
    const { add, stretch } = await evening()
    const [luna, imbir] = [await add('Luna'), await add('Imbir')]
    for (let i = 0; i < 140; i += 1) await stretch(luna, 20 + i)
    expect(await stretch(imbir, 30, undefined, 2)).toMatchObject({ done: null, conflict: { since: [] } })
  })
})

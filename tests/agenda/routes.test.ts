import { describe, expect, test } from 'vitest'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { readsOf } from '../reads.ts'
import { agenda, desk, filled } from './desk.ts'
import { draftOf } from './plan.ts'

const hostile = '"><script>alert(1)</script>\'&'
const asHtmx = { 'hx-request': 'true', 'hx-target': 'div#agenda' }

test('a form sent twice adds a slot once', async () => {
  const { db, kickoff, get, post } = await desk()
  const once = /name="once" value="([^"]+)"/.exec((await get(agenda)).body)?.[1] ?? ''
  const sent = { ...filled, once }
  const answers = await Promise.all([post(`${agenda}/slots`, sent), post(`${agenda}/slots`, sent)])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect((await draftAgenda(db, kickoff)).slots).toHaveLength(1)
})

describe('the page', () => {
  test('teaches how to begin', async () => {
    const { get } = await desk()
    const page = await get(agenda, { 'accept-language': 'en' })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Nothing planned yet')
  })

  test('shows every slot with its time, its room and what is wrong with it', async () => {
    const { db, project, kickoff, organiser, now, day, get, add } = await desk()
    const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
    await add('Luna', { roomId: hall.id, minutes: 200, speakers: ['Noor'] })
    await add('Foto', { pinnedAt: day.startsAt.add({ minutes: 10 }) })
    await add('Imbir', { dayId: null })
    const { body } = await get(agenda)
    expect(body).toContain('<li data-t="00:00" data-n="01"><a id="slot-luna"')
    expect(body).toContain('data-t="03:20"><b>17.00</b> <b>Luna</b>')
    expect(body).toContain('<li data-t="00:10"><a id="slot-foto"')
    expect(body).toContain('<b>17.10</b> <b>Foto</b>')
    for (const shown of [
      'Luna',
      'Zāle',
      'Noor',
      'Vēl bez vietas',
      'Imbir',
      'Vienlaikus ar „Foto“ tajā pašā telpā',
      'Turpinās pēc dienas beigām',
    ])
      expect(body).toContain(shown)
  })

  test('reads as often for thirty slots as for one', async () => {
    const { get, add } = await desk()
    const look = async () => expect((await get(agenda)).statusCode).toBe(200)
    await add('Luna', { speakers: ['Noor'] })
    const one = await readsOf(look)
    expect(one).toBeGreaterThan(0)
    for (let i = 0; i < 29; i += 1) await add(`Stāsts ${i}`, { speakers: [`Runātājs ${i}`] })
    expect(await readsOf(look)).toBe(one)
  })

  test('keeps hostile words harmless', async () => {
    const { db, project, kickoff, organiser, now, get, add } = await desk()
    await addRoom(db, project, kickoff, { lv: hostile }, organiser, now)
    const slot = await add(hostile, { speakers: [hostile], summary: { lv: hostile } })
    await add('Foto', { pinnedAt: Temporal.Instant.from('2026-12-12T15:05:00Z'), speakers: [hostile] })
    await releaseAgenda(db, project, kickoff, organiser, now)
    const pages = [agenda, `${agenda}/slots/${slot.slug}`, `${agenda}/slots/${slot.slug}/remove`, '/gen-y-city/kickoff']
    for (const url of pages) {
      const { statusCode, body } = await get(url)
      expect(statusCode).toBe(200)
      expect(body).toContain('&lt;script&gt;alert(1)')
      expect(body).not.toContain('<script>alert(1)')
      expect(body).not.toContain('"><script')
    }
  })
})

describe('without JavaScript', () => {
  test('a slot is added, edited, moved and removed through plain forms', async () => {
    const { db, kickoff, day, get, post, add } = await desk()
    await add('Sikspārņi')
    const added = await post(`${agenda}/slots`, { ...filled, day: day.id, speakers: 'Luna komanda\nNoor' })
    expect([added.statusCode, added.headers.location]).toEqual([303, `${agenda}#slot-luna`])
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Sikspārņi', '15:10 Luna'])
    expect((await post(`${agenda}/slots/luna/earlier`)).statusCode).toBe(303)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Luna', '15:10 Sikspārņi'])
    expect((await post(`${agenda}/slots/luna/later`)).statusCode).toBe(303)
    const open = await get(`${agenda}/slots/luna`)
    expect(open.body).toContain('value="Luna"')
    expect(open.body).toContain('Luna komanda\nNoor</textarea>')
    const edited = { ...filled, day: day.id, type: 'workshop', minutes: '40', pinnedAt: '2026-12-12T18:30' }
    expect((await post(`${agenda}/slots/luna`, edited)).statusCode).toBe(303)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Sikspārņi', '16:30 Luna'])
    expect((await get(`${agenda}/slots/luna/remove`)).body).toContain(`action="${agenda}/slots/luna/remove"`)
    expect((await post(`${agenda}/slots/luna/remove`)).headers.location).toBe(agenda)
    expect(await draftOf(db, kickoff)).toEqual(['15:00 Sikspārņi'])
  })

  test('a slot without minutes is as long as its kind usually is', async () => {
    const { db, kickoff, post } = await desk()
    for (const type of ['story', 'talk', 'workshop', 'discussion', 'break'])
      await post(`${agenda}/slots`, { ...filled, type, 'title.lv': type })
    const { slots } = await draftAgenda(db, kickoff)
    expect(slots.map(({ type, minutes }) => `${type} ${minutes}`)).toEqual([
      ...['story 10', 'talk 20', 'workshop 45', 'discussion 30', 'break 15'],
    ])
  })

  test('rooms are added, renamed and removed', async () => {
    const { db, kickoff, get, post, add } = await desk()
    expect((await post(`${agenda}/rooms`, { 'name.lv': 'Zāle', 'name.en': 'Hall' })).statusCode).toBe(303)
    const { rooms } = await draftAgenda(db, kickoff)
    const room = `${agenda}/rooms/${rooms[0]?.id}`
    await add('Luna', { roomId: rooms[0]?.id })
    expect((await get(room)).body).toContain('value="Hall"')
    expect((await post(room, { 'name.lv': 'Lielā zāle' })).statusCode).toBe(303)
    expect((await draftAgenda(db, kickoff)).rooms.map(({ name }) => name)).toEqual([{ lv: 'Lielā zāle' }])
    const question = await get(`${room}/remove`, { 'accept-language': 'en' })
    expect(question.body).toContain('One slot planned there will be marked “all rooms”.')
    expect((await post(`${room}/remove`)).statusCode).toBe(303)
    expect((await draftAgenda(db, kickoff)).rooms).toEqual([])
  })

  test('the bar says how much is not released, and leads to the difference', async () => {
    const { get, add } = await desk()
    await add('Luna')
    await add('Imbir')
    const { body } = await get(agenda)
    expect(body).toContain('2 izmaiņas nav izlaistas')
    expect(body).toContain(`id="release" href="${agenda}/changes"`)
  })
})

describe('with htmx', () => {
  test('a deed is answered by the agenda alone, and says what happened', async () => {
    const { post, add } = await desk()
    await add('Luna')
    await add('Imbir')
    const { statusCode, body } = await post(`${agenda}/slots/imbir/earlier`, {}, asHtmx)
    expect(statusCode).toBe(200)
    expect(body).toMatch(/^<div id="agenda"/)
    expect(body).not.toContain('<html')
    expect(body).toContain('hx-target="#agenda-said" hx-swap="textContent">„Imbir“ sākas 17.00, 10 min.')
    expect(body).toContain('<a id="slot-imbir"')
  })

  test('a form opens in its slot, and comes back filled in when something is wrong', async () => {
    const { get, post, add } = await desk()
    await add('Luna')
    expect((await get(`${agenda}/slots/luna`, asHtmx)).body).toMatch(/^<div id="agenda"[\s\S]*<form id="form-of-slot/)
    const { statusCode, body } = await post(`${agenda}/slots/luna`, { ...filled, minutes: 'desmit' }, asHtmx)
    expect(statusCode).toBe(422)
    expect(body).toMatch(/^<div id="agenda"/)
    expect(body).toContain('value="desmit"')
  })
})

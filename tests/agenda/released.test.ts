import { expect, test } from 'vitest'
import { days } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { moveSlot } from '../../server/agenda/move-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

async function evening() {
  const scene = await world()
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, ...details }), organiser, now)
  const release = () => releaseAgenda(db, project, kickoff, organiser, now)
  const page = async () => (await app.inject({ url: '/gen-y-city/kickoff', headers: { 'accept-language': 'en' } })).body
  return { ...scene, day, add, release, page }
}

test('the public sees every start time, what is where, and when it was released', async () => {
  const { db, project, kickoff, organiser, now, add, release, page } = await evening()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle', en: 'Hall' }, organiser, now)
  const studio = await addRoom(db, project, kickoff, { lv: 'Studija', en: 'Studio' }, organiser, now)
  await add('Luna', { roomId: hall.id, title: { lv: 'Luna', en: 'The moon' }, speakers: ['Luna komanda', 'Noor'] })
  await add('Createam', { type: 'workshop', roomId: studio.id, minutes: 45, summary: { en: 'Make\nsomething.' } })
  await add('Tēja', { type: 'break', minutes: 15 })
  expect(await page()).not.toContain('id="agenda"')
  await release()
  const body = await page()
  expect(body).toContain('released 23 November 2026 · v1')
  const agenda = body.slice(body.indexOf('id="agenda"'))
  expect(agenda.match(/<time datetime="2026-12-12T17:00\+02:00">17:00<\/time>/g)).toHaveLength(2)
  expect(body).toContain('<time datetime="2026-12-12T17:45+02:00">17:45</time>')
  expect(body).toContain('<li class="agenda-item" id="luna" data-room="1" data-from="01" data-to="02">')
  expect(body).toContain('<li class="agenda-item same-time" id="createam" data-room="2" data-from="01" data-to="03">')
  expect(body).toContain('<li class="agenda-item" id="teja" data-from="03" data-to="04">')
  for (const shown of ['The moon', 'Hall', 'Studio', 'Luna komanda, Noor', 'Workshop · 45 min', 'All rooms'])
    expect(body).toContain(shown)
  expect(body).toContain('<a class="slot-link" href="/gen-y-city/kickoff/createam">')
  expect(body).toContain('<span lang="lv">Tēja</span>')
})

test('days are told apart where there are several', async () => {
  const { db, kickoff, day, add, release, page } = await evening()
  const next = { startsAt: day.startsAt.add({ hours: 24 }), endsAt: day.endsAt.add({ hours: 24 }) }
  const [sunday] = await db.transact(
    (tx) =>
      tx
        .insert(days)
        .values({ meetingId: kickoff.id, ...next })
        .returning(),
    {
      touches: 'everything',
    },
  )
  await add('Luna')
  await add('Imbir', { dayId: sunday?.id })
  await release()
  const headings = (await page()).match(/<h3 class="agenda-day">[^<]*/g)
  expect(headings).toEqual([
    '<h3 class="agenda-day">Saturday, 12 December 2026',
    '<h3 class="agenda-day">Sunday, 13 December 2026',
  ])
})

test('what is drafted stays with the organisers until it is released', async () => {
  const { db, project, kickoff, organiser, now, add, release, page } = await evening()
  const luna = await add('Luna')
  await add('Skaņas pārbaude', { internal: true })
  await release()
  const before = await page()
  expect(before).not.toContain('Skaņas pārbaude')
  await add('Noslēpums')
  await moveSlot(db, project, kickoff, luna, 'later', organiser, now)
  expect(await page()).toBe(before)
  await release()
  expect(await page()).toContain('Noslēpums')
})

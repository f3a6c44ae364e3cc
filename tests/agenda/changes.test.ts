import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { agenda, desk } from './desk.ts'
import { releaseOf, story } from './plan.ts'

const english = { 'accept-language': 'en' }

/** An evening that has been released once, and was changed since. */
async function changed() {
  const scene = await desk({ quietMinutes: 15 })
  const { db, project, kickoff, organiser, now, day, add } = scene
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle', en: 'Hall' }, organiser, now)
  const luna = await add('Luna', { speakers: ['Noor'] })
  const bats = await add('Sikspārņi')
  await releaseAgenda(db, project, kickoff, organiser, now)
  const edit = (slot: typeof luna, details: object) =>
    editSlot(db, project, kickoff, slot, story(`${slot.title.lv}`, { dayId: day.id, ...details }), organiser, now)
  await edit(luna, { minutes: 25, roomId: hall.id, speakers: ['Noor', 'Sami'], summary: { lv: 'No idejas.' } })
  await removeSlot(db, project, kickoff, bats, organiser, now)
  await add('Imbir')
  return { ...scene, luna, edit }
}

/** What the page's own button sends. */
async function shown(get: (url: string, headers?: object) => Promise<{ body: string }>) {
  const { body } = await get(`${agenda}/changes`, english)
  const hidden = [...body.matchAll(/<input type="hidden" name="(step|version)" value="(\d+)">/g)]
  return { body, sent: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])) }
}

test('before a release organisers see old and new of everything, on its day, and who will hear of it', async () => {
  const { db, project, kickoff, get, now } = await changed()
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const { body } = await shown(get)
  const said = body
    .slice(body.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  for (const part of [
    'Saturday, 12 December 2026',
    'Time 17:00–17:10 → 17:00–17:25',
    'Room All rooms → Hall',
    'Speakers Noor → Noor, Sami',
    'No idejas.',
    'Gone Sikspārņi 17:10–17:20',
    'New Imbir 17:25–17:35',
    '3 slots differ. One person who signed up may hear of it, in one letter each, 15 minutes after the last release.',
  ])
    expect(said).toContain(part)
})

test('a release has the name it is given, and everybody reads what it brought', async () => {
  const { db, kickoff, app, get, post } = await changed()
  const { sent } = await shown(get)
  const answer = await post(`${agenda}/release`, { ...sent, name: 'With the new hall' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, agenda])
  expect(await releaseOf(db, kickoff)).toMatchObject({ version: 2, slots: ['15:00 Luna #1', '15:25 Imbir #0'] })
  const { body } = await app.inject({ url: '/gen-y-city/kickoff/changes', headers: english })
  expect(body.match(/<h2>[^<]*/g)).toEqual(['<h2>v2 · With the new hall', '<h2>v1'])
  for (const part of ['<del>17:00–17:10</del>', '<ins>17:00–17:25</ins>', 'The first agenda.'])
    expect(body).toContain(part)
  const page = await app.inject({ url: '/gen-y-city/kickoff', headers: english })
  expect(page.body).toContain('v2 · With the new hall')
  expect(page.body).toContain('href="/gen-y-city/kickoff/changes"')
})

test('nobody releases what they have not seen: another’s release in between brings the difference back', async () => {
  const { db, project, kickoff, owner, now, get, post, luna, edit } = await changed()
  const { sent } = await shown(get)
  await releaseAgenda(db, project, kickoff, owner, now)
  await edit(luna, { minutes: 40 })
  const answer = await post(`${agenda}/release`, { ...sent, name: 'Mine' }, english)
  expect(answer.statusCode).toBe(409)
  for (const part of ['in the meantime', '17:00–17:40', 'value="Mine"']) expect(answer.body).toContain(part)
  expect(await releaseOf(db, kickoff)).toMatchObject({ version: 2 })
  const again = await shown(get)
  expect((await post(`${agenda}/release`, again.sent)).statusCode).toBe(303)
  expect(await releaseOf(db, kickoff)).toMatchObject({ version: 3 })
})

test('sent twice, it is released once', async () => {
  const { db, kickoff, get, post } = await changed()
  const { sent } = await shown(get)
  for (const _ of [1, 2]) expect((await post(`${agenda}/release`, sent)).statusCode).toBe(303)
  expect(await releaseOf(db, kickoff)).toMatchObject({ version: 2 })
  expect((await get(`${agenda}/changes`, english)).body).toContain('Everything is released')
})

test('a name that is too long comes back beside its field, and nothing is released', async () => {
  const { db, kickoff, get, post } = await changed()
  const { sent } = await shown(get)
  const answer = await post(`${agenda}/release`, { ...sent, name: 'x'.repeat(81) }, english)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('id="field-name-problem"')
  expect(await releaseOf(db, kickoff)).toMatchObject({ version: 1 })
})

test('the difference is said in four languages', async () => {
  const { app, get } = await changed()
  const heads = {
    lv: 'Kas vēl nav izlaists',
    en: 'What is not released yet',
    ru: 'Что ещё не опубликовано',
    uk: 'Що ще не опубліковано',
  }
  for (const locale of locales) {
    expect((await get(`${agenda}/changes?lang=${locale}`)).body).toContain(`<h1>${heads[locale]}</h1>`)
    const changelog = await app.inject(`/gen-y-city/kickoff/changes?lang=${locale}`)
    expect([locale, changelog.statusCode]).toEqual([locale, 200])
  }
})

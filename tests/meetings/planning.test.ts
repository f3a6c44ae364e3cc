import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { daysOf, meetingOf, meetingsOf } from '../../server/meetings/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { form, now, signedInAs, type TestApp, testApp, world } from '../world.ts'
import { at, day, plan } from './input.ts'
import { differences, everyRow } from './rows.ts'

const home = '/organise/gen-y-city'

/** What an organiser types to plan a meeting. */
const typed = {
  'title.lv': 'Stāsti',
  'title.en': 'Stories',
  'placeName.lv': 'Jaunatnes māja',
  'day.0.date': '2026-12-12',
  'day.0.from': '17:00',
  'day.0.to': '19:30',
  'day.1.date': '',
  'day.1.from': '',
  'day.1.to': '',
  zone: 'Europe/Riga',
  capacity: '60',
  offerHours: '24',
  quietMinutes: '10',
}

async function desk(details: Parameters<typeof world>[0] = {}) {
  const here = await world(details)
  const app = await testApp(here.db)
  const headers = await signedInAs(here.db, here.organiser)
  return { ...here, app, headers }
}

async function send(app: TestApp, headers: { cookie: string }, url: string, fields: Record<string, string>) {
  const { payload, headers: kind } = form(fields)
  return await app.inject({ method: 'POST', url, payload, headers: { ...kind, ...headers } })
}

async function everythingBut(db: Database, tables: string[]) {
  const rows = await everyRow(db)
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !tables.includes(table)))
}

test('a meeting is planned by one form, its address made from its title', async () => {
  const { db, project, app, headers } = await desk()
  const answer = await send(app, headers, `${home}/meetings/new`, typed)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${home}/stasti`])
  const made = await meetingOf(db, project, 'stasti')
  expect(made).toMatchObject({ title: { lv: 'Stāsti', en: 'Stories' }, capacity: 60, status: 'draft', number: 2 })
  expect(await daysOf(db, made ?? project)).toMatchObject([day('2026-12-12', '17:00', '19:30')])
})

test.each([
  ['no title', { 'title.lv': '', 'title.en': '' }, 'title.lv'],
  ['no day', { 'day.0.date': '', 'day.0.from': '', 'day.0.to': '' }, 'day.0.date'],
  ['half a day', { 'day.0.to': '' }, 'day.0.to'],
  ['a date that does not exist', { 'day.0.date': '2026-02-30' }, 'day.0.date'],
  ['a time that does not exist', { 'day.0.from': '25:00' }, 'day.0.from'],
  ['an end before the start', { 'day.0.to': '16:00' }, 'day.0.to'],
  ['an end at the start', { 'day.0.to': '17:00' }, 'day.0.to'],
  ['a night longer than twelve hours', { 'day.0.from': '20:00', 'day.0.to': '08:01' }, 'day.0.to'],
  [
    'the hour that is skipped in spring',
    { 'day.0.date': '2027-03-28', 'day.0.from': '03:30', 'day.0.to': '05:00' },
    'day.0.from',
  ],
  [
    'the hour that comes twice in autumn',
    { 'day.0.date': '2026-10-25', 'day.0.from': '01:00', 'day.0.to': '03:30' },
    'day.0.to',
  ],
  ['days that overlap', { 'day.1.date': '2026-12-12', 'day.1.from': '18:00', 'day.1.to': '20:00' }, 'day.1.from'],
  ['an unknown zone', { zone: 'Europe/Atlantis' }, 'zone'],
  ['no places', { capacity: '0' }, 'capacity'],
  ['a place count in words', { capacity: 'many' }, 'capacity'],
  ['closing after the end', { closesAt: '2026-12-12T19:31' }, 'closesAt'],
  ['opening after closing', { opensAt: '2026-12-11T10:00', closesAt: '2026-12-11T10:00' }, 'opensAt'],
  ['opening at an hour that is skipped', { opensAt: '2026-03-29T03:30' }, 'opensAt'],
  ['a link that is none', { onlineUrl: 'javascript:alert(1)' }, 'onlineUrl'],
  ['an address with spaces', { slug: 'two words' }, 'slug'],
  ['an address that means something else', { slug: 'settings' }, 'slug'],
  ['an address that is taken', { slug: 'kickoff' }, 'slug'],
])('%s comes back with the problem beside its field, and nothing is kept', async (_, change, field) => {
  const { db, app, headers } = await desk()
  const before = await everyRow(db)
  const answer = await send(app, headers, `${home}/meetings/new?lang=en`, { ...typed, ...change })
  expect(answer.statusCode).toBe(422)
  const id = `field-${field.replaceAll('.', '-')}`
  expect(answer.body).toContain(`id="${id}-problem"`)
  expect(answer.body).toContain(`href="#${id}"`)
  expect(answer.body).toContain('value="Europe/Riga"'.replace('Europe/Riga', { ...typed, ...change }.zone))
  expect(differences(before, await everyRow(db))).toEqual({})
})

test('settings show what there is, and saving them unchanged changes nothing', async () => {
  const { db, project, owner, app, headers } = await desk()
  const days = [day('2026-12-12', '17:00', '19:30'), day('2026-12-13', '10:00', '12:00')]
  const description = { lv: '<b>Viss</b> & "pārējais"' }
  await createMeeting(db, project, plan({ days, description }), owner, now)
  const { body } = await app.inject({ url: `${home}/stories/settings`, headers })
  const before = await everyRow(db)
  const answer = await send(app, headers, `${home}/stories/settings`, fieldsOf(body))
  expect(answer.statusCode).toBe(303)
  expect(differences(before, await everyRow(db))).toEqual({})
})

test.each([
  ['01:00', '2026-12-13T01:00'],
  ['00:00', '2026-12-13T00:00'],
  ['08:00', '2026-12-13T08:00'],
])(
  'a meeting from eight in the evening to %s ends on the next date, and its settings show the same',
  async (to, end) => {
    const { db, project, app, headers } = await desk()
    const night = { ...typed, 'day.0.from': '20:00', 'day.0.to': to }
    const answer = await send(app, headers, `${home}/meetings/new`, night)
    expect(answer.statusCode).toBe(303)
    const made = await meetingOf(db, project, 'stasti')
    expect(await daysOf(db, made ?? project)).toMatchObject([{ startsAt: at('2026-12-12T20:00'), endsAt: at(end) }])
    const before = await everyRow(db)
    const { body } = await app.inject({ url: `${home}/stasti/settings`, headers })
    expect(fieldsOf(body)).toMatchObject({ 'day.0.date': '2026-12-12', 'day.0.from': '20:00', 'day.0.to': to })
    await send(app, headers, `${home}/stasti/settings`, fieldsOf(body))
    expect(differences(before, await everyRow(db))).toEqual({})
  },
)

test('the form warns how many letters a change will cause, and they are queued', async () => {
  const { db, project, kickoff, app, headers } = await desk()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await db.transact((tx) => tx.update(letters).set({ sentAt: now }), { touches: 'nothing' })
  const { body } = await app.inject({ url: `${home}/kickoff/settings?lang=en`, headers })
  expect(body).toContain('2 people get a letter each')
  await send(app, headers, `${home}/kickoff/settings`, { ...fieldsOf(body), 'day.0.from': '18:00' })
  const told = (await db.select().from(letters)).filter(({ kind }) => kind === 'changed')
  expect(told).toHaveLength(2)
})

test('fewer places than are taken is a problem that names the number', async () => {
  const { db, project, kickoff, app, headers } = await desk()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  const { body } = await app.inject({ url: `${home}/kickoff/settings`, headers })
  const answer = await send(app, headers, `${home}/kickoff/settings?lang=en`, { ...fieldsOf(body), capacity: '1' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('2 places are taken already')
})

test.each([
  ['publish', 'stories', 'No letters will be sent.', 'published'],
  ['postpone', 'kickoff', '2 people will get a letter each.', 'postponed'],
  ['cancel', 'kickoff', '2 people will get a letter each.', 'cancelled'],
])('before it is done, %s says what it will do', async (deed, slug, letterCount, status) => {
  const { db, project, kickoff, owner, app, headers } = await desk()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await createMeeting(db, project, plan(), owner, now)
  const before = await everyRow(db)
  const url = `${home}/${slug}/${deed}`
  const { body } = await app.inject({ url: `${url}?lang=en`, headers })
  expect(body).toContain(letterCount)
  expect(differences(before, await everyRow(db))).toEqual({})
  const answer = await send(app, headers, url, {})
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${home}/${slug}`])
  expect(await meetingOf(db, project, slug)).toMatchObject({ status })
  expect((await app.inject({ url, headers })).headers.location).toBe(`${home}/${slug}`)
})

test('an incomplete draft is not offered for publishing, and says what it lacks', async () => {
  const { db, project, owner, app, headers } = await desk()
  await createMeeting(db, project, plan({ placeName: {}, address: '' }), owner, now)
  const { body } = await app.inject({ url: `${home}/stories/publish?lang=en`, headers })
  expect(body).toContain('neither a place nor an online link')
  expect(body).not.toContain('>Publish now<')
  expect((await send(app, headers, `${home}/stories/publish`, {})).statusCode).toBe(409)
})

test('a copy asks for its address and its day, and starts at the same hour', async () => {
  const { db, project, app, headers } = await desk()
  const url = `${home}/kickoff/copy`
  expect((await send(app, headers, url, { slug: 'kickoff', date: '2027-01-16' })).statusCode).toBe(422)
  expect((await send(app, headers, url, { slug: 'january', date: '2027-02-30' })).statusCode).toBe(422)
  const answer = await send(app, headers, url, { slug: 'january', date: '2027-01-16' })
  expect(answer.headers.location).toBe(`${home}/january`)
  expect(await meetingOf(db, project, 'january')).toMatchObject({
    status: 'draft',
    ...day('2027-01-16', '17:00', '19:30'),
  })
})

test('a draft can be deleted from its page', async () => {
  const { db, project, owner, app, headers } = await desk()
  await createMeeting(db, project, plan(), owner, now)
  const answer = await send(app, headers, `${home}/stories/delete`, {})
  expect([answer.statusCode, answer.headers.location]).toEqual([303, home])
  expect((await meetingsOf(db, project)).map(({ slug }) => slug)).toEqual(['kickoff'])
})

test('the overview says what needs attention', async () => {
  const { db, project, kickoff, owner, app, headers } = await desk({ capacity: 1 })
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await db.transact((tx) => tx.update(letters).set({ endedAt: now, ending: 'failed' }), { touches: 'nothing' })
  await createMeeting(db, project, plan({ title: { lv: 'Stāsti' } }), owner, now)
  const { body } = await app.inject({ url: `${home}/kickoff?lang=en`, headers })
  for (const said of ['2 letters could not be delivered', 'One person is waiting', '1 of 1'])
    expect(body).toContain(said)
  const draft = await app.inject({ url: `${home}/stories?lang=en`, headers })
  for (const said of ['the meeting can be published', 'Not everything is there in: English'])
    expect(draft.body).toContain(said)
})

test('the outsider finds nothing, and changes nothing', async () => {
  const { db, outsider, app } = await desk()
  const headers = await signedInAs(db, outsider)
  const before = await everythingBut(db, ['sessions'])
  for (const page of ['meetings/new', 'kickoff', 'kickoff/settings', 'kickoff/copy', 'kickoff/cancel']) {
    const url = `${home}/${page}`
    expect([url, (await app.inject({ url, headers })).statusCode]).toEqual([url, 404])
    const fields = { ...typed, slug: 'mine', date: '2027-01-16' }
    if (page !== 'kickoff') expect([url, (await send(app, headers, url, fields)).statusCode]).toEqual([url, 404])
  }
  const own = '/organise/other-city/kickoff'
  expect((await app.inject({ url: own, headers })).statusCode).toBe(404)
  expect(differences(before, await everythingBut(db, ['sessions']))).toEqual({})
})

/** What a browser would send of a form as it came. */
function fieldsOf(body: string): Record<string, string> {
  const inputs = [...body.matchAll(/<input name="([^"]+)"[^>]*?value="([^"]*)"/g)]
  const areas = [...body.matchAll(/<textarea name="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/g)]
  return Object.fromEntries([...inputs, ...areas].map(([, name, value]) => [name, unescaped(value ?? '')]))
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign)
}

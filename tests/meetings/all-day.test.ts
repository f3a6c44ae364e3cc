import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { copyMeeting } from '../../server/meetings/copy-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { daysOf, meetingOf } from '../../server/meetings/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { fieldId } from '../../views/parts/fields.ts'
import { noor } from '../cast.ts'
import { calendarClient } from '../mail/calendar-client.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { invitationIn } from '../mailbox.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { at, day } from './input.ts'

const home = '/organise/gen-y-city'

/** What an organiser types to plan an exhibition of three days. */
const typed = {
  'title.lv': 'Izstāde',
  'title.en': 'Exhibition',
  'placeName.lv': 'Galerija',
  'day.0.date': '2026-12-12',
  'day.1.date': '2026-12-14',
  ...{ allDay: 'yes', zone: 'Europe/Riga', capacity: '60', offerHours: '24', quietMinutes: '10' },
}

async function desk() {
  const here = await world()
  const app = await testApp(here.db)
  const headers = await signedInAs(here.db, here.organiser)
  const send = async (path: string, fields: Record<string, string>) => {
    const { payload, headers: kind } = form(fields)
    return await app.inject({ method: 'POST', url: home + path, payload, headers: { ...kind, ...headers } })
  }
  const page = async (url: string, language = 'en') =>
    (await app.inject({ url: `${url}${url.includes('?') ? '&' : '?'}lang=${language}`, headers })).body
  return { ...here, app, send, page }
}

/** The same, planned and public, with a guided tour at 15:00 on its first day. */
async function exhibition() {
  const here = await desk()
  await here.send('/meetings/new', typed)
  const meeting = await found(here.db, here.project)
  const [first] = await daysOf(here.db, meeting)
  const tour = { title: { lv: 'Ekskursija' }, summary: {}, minutes: 45, gapMinutes: 0, internal: false, speakers: [] }
  const placed = { type: 'talk', dayId: first?.id ?? null, roomId: null, pinnedAt: at('2026-12-12T15:00') } as const
  await addSlot(here.db, here.project, meeting, { ...tour, ...placed, slidesWanted: false }, here.owner, now)
  await publishMeeting(here.db, here.project, meeting, here.owner, now)
  await releaseAgenda(here.db, here.project, meeting, here.owner, now)
  return { ...here, meeting: await found(here.db, here.project) }
}

async function found(db: Database, project: { id: string }, slug = 'izstade'): Promise<Meeting> {
  return (await meetingOf(db, project, slug)) ?? expect.unreachable()
}

test('days without hours are from midnight to midnight, and their agenda has hours of its own', async () => {
  const { db, project, send, page } = await desk()
  expect((await send('/meetings/new', typed)).statusCode).toBe(303)
  const meeting = await found(db, project)
  const span = { startsAt: at('2026-12-12T00:00'), endsAt: at('2026-12-15T00:00') }
  expect(meeting).toMatchObject({ allDay: true, ...span })
  expect(await daysOf(db, meeting)).toMatchObject([
    day('2026-12-12', '10:00', '18:00'),
    day('2026-12-14', '10:00', '18:00'),
  ])
  expect(await page(`${home}/izstade/settings`)).toMatch(/name="allDay"[^>]*checked/)
  await send('/izstade/settings', { ...typed, slug: 'izstade', 'day.0.from': '12:00', 'day.0.to': '20:00' })
  expect(await found(db, project)).toMatchObject(span)
  const { allDay, ...unticked } = { ...typed, slug: 'izstade' }
  const refused = await send('/izstade/settings', unticked)
  expect([refused.statusCode, refused.body.includes('id="field-day-0-from-problem"')]).toEqual([422, true])
})

test('what is typed wrong is said beside its field', async () => {
  const { send } = await desk()
  const wrong: [Record<string, string>, string][] = [
    [{ 'day.1.date': '2026-12-12' }, 'day.1.from'],
    [{ 'day.0.from': '12:00' }, 'day.0.to'],
    [{ 'day.0.date': '', 'day.1.date': '' }, 'day.0.date'],
    [{ closesAt: '2026-12-15T00:01' }, 'closesAt'],
  ]
  for (const [fields, field] of wrong) {
    const answer = await send('/meetings/new', { ...typed, ...fields })
    expect([answer.statusCode, /<a href="#([^"]+)"/.exec(answer.body)?.[1]]).toEqual([422, fieldId(field)])
    expect(answer.body).toMatch(/name="allDay"[^>]*checked/)
  }
  expect((await send('/meetings/new', { ...typed, closesAt: '2026-12-14T23:00' })).statusCode).toBe(303)
})

test.each([
  ['lv', '2026. gada 12.–14. decembrī'],
  ['en', '12–14 December 2026'],
  ['ru', '12–14 декабря 2026'],
  ['uk', '12–14 грудня 2026'],
])('in %s, every page says the dates and no hour', async (language, dates) => {
  const { page, meeting } = await exhibition()
  const share = `${home}/izstade/share?in=${language}`
  const pages = [
    '/gen-y-city/izstade',
    '/gen-y-city/izstade/register',
    '/gen-y-city',
    '/gen-y-city/izstade/embed',
    share,
  ]
  for (const url of [...pages, '/organise', home, `${home}/izstade`, `${home}/izstade/cancel`]) {
    const body = await page(url, language)
    expect(body, url).toContain(dates)
    expect(body, url).not.toMatch(/\b(00|0|24)[.:]00\b/)
  }
  const publicPage = await page('/gen-y-city/izstade', language)
  expect(publicPage).toContain(`"startDate":"${meeting.allDay && '2026-12-12'}","endDate":"2026-12-14"`)
  expect(publicPage).toMatch(/15[.:]00/)
})

test('conference apps get all of its dates, with what is on them', async () => {
  const { page } = await exhibition()
  const { conference } = JSON.parse(await page('/gen-y-city/izstade/schedule.json')).schedule
  expect(conference).toMatchObject({ start: '2026-12-12', end: '2026-12-14', daysCount: 3 })
  expect(conference.days.map(({ rooms }: { rooms: object }) => Object.values(rooms).flat().length)).toEqual([1, 0, 0])
})

test('a copy is open for whole days too, from the day it is moved to', async () => {
  const { db, project, owner, meeting, send } = await exhibition()
  await send('/izstade/copy', { date: '2027-03-27', slug: 'pavasari' })
  const copy = await found(db, project, 'pavasari')
  const span = { startsAt: at('2027-03-27T00:00'), endsAt: at('2027-03-30T00:00') }
  expect(copy).toMatchObject({ allDay: true, status: 'draft', ...span })
  const again = { slug: 'atkal', startsAt: at('2027-10-30T00:00') }
  const autumn = await copyMeeting(db, project, meeting, again, owner, now)
  expect(autumn).toMatchObject({ allDay: true, endsAt: at('2027-11-02T00:00') })
  expect(await daysOf(db, autumn)).toMatchObject([
    day('2027-10-30', '10:00', '18:00'),
    day('2027-11-01', '10:00', '18:00'),
  ])
})

test('the file and every feed of it have dates, and its tour has hours', async () => {
  const { app } = await exhibition()
  for (const [path, tours] of [
    ['calendar.ics', 0],
    ['izstade/calendar.ics', 0],
    ['izstade/agenda.ics', 1],
  ] as const) {
    const { body } = await app.inject(`/gen-y-city/${path}`)
    expect(body).toMatch(/DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261215\r\n/)
    expect(body.match(/DTSTART;TZID=Europe\/Riga:20261212T150000/g) ?? []).toHaveLength(tours)
  }
})

test('a place in it, hours for its agenda, a move, then hours after all: each letter and the calendar say what is so', async () => {
  const { db, project, pupils, meeting, send } = await exhibition()
  const office = await postOffice()
  const calendar = calendarClient(noor.email)
  const shown = async (minutes: number) => {
    const before = office.received.length
    await post(db, office.url, now.add({ minutes }))
    const mails = office.received.slice(before).map(({ mail }) => mail)
    for (const mail of mails) calendar.receive(invitationIn(mail))
    return mails.map(({ text = '' }) => text.match(/^.* 2026.*$/gm) ?? [])
  }
  await register(db, project, meeting, { ...noor, groupId: pupils.id }, now)
  expect(await shown(1)).toEqual([[expect.stringMatching(/12–14 December 2026$/)]])
  expect(invitationIn(office.received[0]?.mail ?? expect.unreachable())).toMatch(
    /SEQUENCE:0\r\n[\s\S]*DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261215\r\n[\s\S]*TRANSP:TRANSPARENT/,
  )
  await send('/izstade/settings', { ...typed, 'day.0.from': '12:00', 'day.0.to': '20:00' })
  expect(await shown(2)).toEqual([])
  await send('/izstade/settings', { ...typed, 'day.1.date': '2026-12-15' })
  expect(await shown(3)).toEqual([
    [expect.stringContaining('12–15 December 2026'), expect.stringContaining('12–14 December 2026')],
  ])
  const { allDay, ...timed } = typed
  const hours = { 'day.0.from': '12:00', 'day.0.to': '18:00', 'day.1.date': '' }
  await send('/izstade/settings', { ...timed, ...hours })
  expect(await shown(4)).toEqual([
    [expect.stringContaining('12 December 2026, 12:00–18:00'), expect.stringContaining('12–15 December 2026')],
  ])
  expect(calendar.entries()[meeting.id]).toMatchObject({
    startsAt: '2026-12-12T10:00:00Z',
    endsAt: '2026-12-12T16:00:00Z',
  })
  await send('/izstade/settings', { ...typed, 'day.1.date': '' })
  expect(await shown(5)).toEqual([
    [expect.stringContaining('Saturday, 12 December 2026'), expect.stringContaining('12:00–18:00')],
  ])
  const last = invitationIn(office.received.at(-1)?.mail ?? expect.unreachable())
  expect(last).toMatch(/SEQUENCE:3\r\n[\s\S]*DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261213\r\n/)
  expect(calendar.stale()).toBe(0)
})

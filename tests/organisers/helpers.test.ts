import { expect, test } from 'vitest'
import { desc } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { history } from '../../db/schema.ts'
import { changeHelperRole, inviteHelper, removeHelper } from '../../server/organisers/help.ts'
import { invitationLetter } from '../../server/organisers/letters.ts'
import { helpersOf } from '../../server/organisers/queries.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { config } from '../mail/config.ts'
import { addMeeting, form, now, signedInAs, type TestApp, testApp, world } from '../world.ts'
import { lettersOf } from './visits.ts'

const liga = { name: 'Līga Kalna', email: 'liga@example.org', role: 'door' } as const

test('whoever is invited to one meeting helps there, is told as what and where, and it is written down', async () => {
  const { db, project, kickoff, organiser } = await world()
  await inviteHelper(db, project, kickoff, liga, { ...organiser, locale: 'en' }, now)
  await inviteHelper(db, project, kickoff, { ...liga, role: 'organiser' }, organiser, now)

  const [helper, ...others] = await helpersOf(db, [kickoff])
  expect([helper?.organiser.email, helper?.role, others]).toEqual(['liga@example.org', 'door', []])
  const [letter, ...further] = await lettersOf(db)
  if (!letter) throw new Error('no letter')
  const written = await invitationLetter(db, letter, { config, now })
  expect(written?.subject).toBe('Andris Vanags invites you to help at the door: “Kick-off”')
  expect(written?.text).toContain('12 December 2026')
  expect(further).toEqual([])
  expect(await deedsOf(db)).toEqual([['people.invited', kickoff.id, { colleague: helper?.organiser.id, role: 'door' }]])
})

test('a helper’s role changes and ends, and a letter that has not gone yet stays at home', async () => {
  const { db, project, kickoff, owner } = await world()
  await inviteHelper(db, project, kickoff, liga, owner, now)
  const [helper] = await helpersOf(db, [kickoff])
  const them = helper?.organiser ?? { id: '' }
  await changeHelperRole(db, project, kickoff, them, 'moderator', owner, now)
  expect((await helpersOf(db, [kickoff])).map(({ role }) => role)).toEqual(['moderator'])
  for (const _ of [1, 2]) await removeHelper(db, project, kickoff, them, owner, now)
  expect(await helpersOf(db, [kickoff])).toEqual([])
  const [letter] = await lettersOf(db)
  expect(letter && (await invitationLetter(db, letter, { config, now }))).toBe(null)
  expect((await deedsOf(db)).map(([deed]) => deed).sort()).toEqual(['people.invited', 'people.removed', 'people.role'])
})

test('whoever organises the whole project needs no role in a meeting', async () => {
  const { db, project, kickoff, owner, organiser } = await world()
  const before = await dump(db)
  await inviteHelper(db, project, kickoff, { ...liga, email: organiser.email }, owner, now)
  expect(await dump(db)).toEqual(before)
})

test('a role in one meeting opens that one, from the home page on, and no other', async () => {
  const { db, project, ...here } = await world()
  const { usher, planner, elsewhere } = await crew({ db, project, ...here })
  const app = await testApp(db)
  const home = await read(app, db, usher, '/organise')
  expect(home).toContain('href="/organise/gen-y-city/kickoff"')
  expect(home).toContain('Door')
  const own = await read(app, db, planner, '/organise/gen-y-city')
  expect(own).toContain('href="/organise/gen-y-city/kickoff"')
  for (const absent of [elsewhere.slug, '/meetings/new', '/settings', '/people', 'action="/organise/gen-y-city'])
    expect([absent, own.includes(absent)]).toEqual([absent, false])
})

test('helpers see the way to what is theirs, and to nothing else', async () => {
  const { db, project, ...here } = await world()
  const { usher, host, planner } = await crew({ db, project, ...here })
  const app = await testApp(db)
  const menu = async (who: { id: string }) => {
    const body = await read(app, db, who, '/organise/gen-y-city/kickoff')
    return new Set([...body.matchAll(/href="\/organise\/gen-y-city\/kickoff\/?([^"/?]*)/g)].map(([, page]) => page))
  }
  const [door, moderator, organiser] = [await menu(usher), await menu(host), await menu(planner)]
  for (const page of ['registrations', 'speakers', 'call', 'slides', 'sign-up', 'settings', 'people', 'copy'])
    expect([page, door.has(page), moderator.has(page), organiser.has(page)]).toEqual([
      page,
      false,
      false,
      page !== 'copy',
    ])
  expect([door.has('agenda'), moderator.has('agenda')]).toEqual([false, true])
})

test('a moderator reads the agenda and finds nothing in it to change', async () => {
  const { db, project, ...here } = await world()
  const { host } = await crew({ db, project, ...here })
  const body = await read(await testApp(db), db, host, '/organise/gen-y-city/kickoff/agenda')
  expect(body).not.toContain('action="/organise/gen-y-city')
})

test('rights are read on every request: whoever is taken out finds nothing the next moment', async () => {
  const { db, project, kickoff, owner, ...here } = await world()
  const { planner } = await crew({ db, project, kickoff, ...here })
  const app = await testApp(db)
  const status = async () => (await visit(app, db, planner, '/organise/gen-y-city/kickoff/registrations')).statusCode
  expect(await status()).toBe(200)
  await changeHelperRole(db, project, kickoff, planner, 'moderator', owner, now)
  expect(await status()).toBe(404)
  await removeHelper(db, project, kickoff, planner, owner, now)
  expect((await visit(app, db, planner, '/organise/gen-y-city')).statusCode).toBe(404)
})

test('neither helpers nor outsiders say who helps; an owner reaches no helper of another meeting from here', async () => {
  const { db, project, owner, outsider, ...here } = await world()
  const { planner, usher, usherElsewhere } = await crew({ db, project, ...here })
  await addMeeting(db, project, { slug: 'third', number: 91 })
  const app = await testApp(db)
  for (const who of [owner, planner, usher, outsider]) await signedInAs(db, who)
  const before = await dump(db)
  const people = '/organise/gen-y-city/kickoff/people'
  for (const who of [planner, usher, outsider])
    for (const deed of ['', `/${usher.id}/role`, `/${usher.id}/remove`])
      expect([deed, await send(app, db, who, people + deed, liga)]).toEqual([deed, 404])
  expect(await send(app, db, owner, `${people}/${usherElsewhere.id}/role`, { role: 'organiser' })).toBe(404)
  for (const wrong of [{ role: 'owner' }, { email: 'no' }, { name: '' }])
    expect(await send(app, db, owner, people, { ...liga, ...wrong })).toBe(422)
  expect(await dump(db)).toEqual(before)
})

async function visit(app: TestApp, db: Database, who: { id: string }, url: string) {
  return await app.inject({ url: `${url}?lang=en`, headers: await signedInAs(db, who) })
}

async function read(app: TestApp, db: Database, who: { id: string }, url: string): Promise<string> {
  return (await visit(app, db, who, url)).body
}

async function send(app: TestApp, db: Database, who: { id: string }, url: string, fields: Record<string, string>) {
  const { headers, payload } = form(fields)
  const cookie = await signedInAs(db, who)
  return (await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })).statusCode
}

async function deedsOf(db: Database) {
  const rows = await db.select().from(history).orderBy(desc(history.at))
  return rows.map(({ deed, meetingId, facts }) => [deed, meetingId, facts])
}

import { expect, test } from 'vitest'
import { consents, consentTexts } from '../../db/schema.ts'
import { consentsOf } from '../../server/consents/consents-of.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { participantsOf } from '../../server/parties/queries.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { dump } from '../dump.ts'
import { form, now, testApp, world } from '../world.ts'
import { bringClass, bringFriends, manageToken, takeParties } from './cast.ts'

async function classWithSheets(settings: Parameters<typeof takeParties>[2] = {}) {
  const here = await world()
  const { db, project, kickoff, pupils } = here
  await takeParties(db, kickoff, settings)
  const registration = await bringClass(db, project, kickoff, {
    names: ['Anna', 'Jānis'],
    pupils: 3,
    groupId: pupils.id,
  })
  const [anna, janis] = await participantsOf(db, registration)
  if (!anna || !janis) throw new Error('nobody came')
  const url = `/mine/${await manageToken(db, registration, kickoff)}/people/sheets`
  const app = await testApp(db)
  const page = async (query = '') => (await app.inject({ url: `${url}?lang=en${query}` })).body
  const save = (fields: Record<string, string>) =>
    app.inject({ method: 'POST', url, ...form({ photosText: 'consent.text-1', ...fields }) })
  const photosOf = async (one: { id: string }) => {
    const { web, press } = (await consentsOf(db, project, [registration]))(registration, one)
    return { web, press }
  }
  return { ...here, registration, anna, janis, app, url, page, save, photosOf }
}

const line = (one: { id: string }, was: string, ticked: string[]) => ({
  [`papers.${one.id}.was`]: was,
  ...Object.fromEntries(ticked.map((name) => [`papers.${one.id}.${name}`, 'yes'])),
})

test('a sheet for the class has a line each, blank ones too, the words, the date and the place', async () => {
  const { page } = await classWithSheets()
  const body = await page()
  expect(body.match(/class="sheet-sign"/g)).toHaveLength(3)
  expect(body).toContain('left blank, to be written in')
  for (const words of ['Kick-off', '12 December 2026', 'Youth House', 'On our website', 'In the press'])
    expect(body).toContain(words)
  expect(body).not.toContain('In social media</th>')
})

test('a page each, in the language of whoever prints it', async () => {
  const { app, url, page } = await classWithSheets()
  expect((await page('&as=each')).match(/class="card sheet sheet-one"/g)).toHaveLength(3)
  expect((await app.inject({ url: `${url}?lang=ru&as=each` })).body).toContain('Родитель или опекун')
})

test('the city’s own words stand on the sheet where it has some', async () => {
  const { db, project, page } = await classWithSheets()
  const own = { projectId: project.id, number: 1, text: { en: 'The city’s very own words.' }, since: now }
  await db.transact((tx) => tx.insert(consentTexts).values(own), { touches: 'everything' })
  expect(await page()).toContain('The city’s very own words.')
})

test('what came back on paper is written down by the teacher, what is not ticked as no', async () => {
  const { db, anna, janis, save, photosOf, page } = await classWithSheets()
  await save({ ...line(anna, '', ['web']), ...line(janis, '', []) })
  expect([await photosOf(anna), await photosOf(janis)]).toEqual([
    { web: 'yes', press: 'no' },
    { web: 'unasked', press: 'unasked' },
  ])
  const rows = await db.select().from(consents)
  expect(rows.map(({ by, participantId, textVersion }) => [by, participantId, textVersion])).toEqual(
    Array(2).fill(['teacher', anna.id, 'consent.text-1']),
  )
  expect(await page()).toContain(`name="papers.${anna.id}.was" value="+web"`)
})

test('a yes is taken back by taking the tick out; sent twice it is said once', async () => {
  const { db, anna, save, photosOf } = await classWithSheets()
  for (const _ of [1, 2]) await save(line(anna, '', ['back', 'web', 'press']))
  expect(await db.select().from(consents)).toHaveLength(2)
  await save(line(anna, '+web,press', []))
  expect(await photosOf(anna)).toEqual({ web: 'no', press: 'no' })
})

test('two teachers who write down at once keep what both wrote', async () => {
  const { anna, janis, save, photosOf } = await classWithSheets()
  await Promise.all([
    save({ ...line(anna, '', ['web']), ...line(janis, '', []) }),
    save({ ...line(anna, '', []), ...line(janis, '', ['press']) }),
  ])
  expect([await photosOf(anna), await photosOf(janis)]).toEqual([
    { web: 'yes', press: 'no' },
    { web: 'no', press: 'yes' },
  ])
})

test('nothing is said for anybody of another class, or for a place nobody asks about', async () => {
  const { db, project, kickoff, pupils, save } = await classWithSheets()
  const other = { className: '9.b', email: 'other@example.org', names: ['Oļa'], groupId: pupils.id }
  const [theirs] = await participantsOf(db, await bringClass(db, project, kickoff, other))
  const before = await dump(db)
  await save(line(theirs ?? expect.unreachable(), '', ['back', 'web']))
  expect(await dump(db)).toEqual(before)
})

test('a paper with words that have changed since is to be signed anew', async () => {
  const { db, project, anna, save, photosOf, page } = await classWithSheets()
  await save(line(anna, '', ['web']))
  const own = { projectId: project.id, number: 1, text: { en: 'New words.' }, since: now }
  await db.transact((tx) => tx.insert(consentTexts).values(own), { touches: 'everything' })
  expect(await photosOf(anna)).toEqual({ web: 'before', press: 'no' })
  expect(await page()).toContain(`name="papers.${anna.id}.was" value=""`)
})

test('a page that was open while the words changed writes down a yes to the words that stood on it', async () => {
  const { db, project, anna, save, photosOf, page } = await classWithSheets()
  expect(await page()).toContain('name="photosText" value="consent.text-1"')
  const own = { id: 'new', projectId: project.id, number: 1, text: { en: 'New words.' }, since: now }
  await db.transact((tx) => tx.insert(consentTexts).values(own), { touches: 'everything' })
  await save(line(anna, '', ['web']))
  expect(await photosOf(anna)).toEqual({ web: 'before', press: 'no' })
  await save({ ...line(anna, '', ['web']), photosText: 'new' })
  expect(await photosOf(anna)).toEqual({ web: 'yes', press: 'no' })
  const before = await dump(db)
  expect((await save({ ...line(anna, '+web', ['web', 'press']), photosText: 'never shown' })).statusCode).toBe(409)
  expect(await dump(db)).toEqual(before)
})

test('a name that becomes another person’s takes no yes along; one that is put right keeps it', async () => {
  const { db, anna, janis, url, app, save, photosOf } = await classWithSheets()
  await save({ ...line(anna, '', ['web']), ...line(janis, '', ['web']) })
  const rename = (one: { id: string }, was: string, name: string) =>
    app.inject({ method: 'POST', url: url.replace('sheets', `${one.id}/rename`), ...form({ name, was }) })
  for (const _ of ['once', 'again']) expect((await rename(anna, 'Anna', 'Sami')).statusCode).toBe(303)
  await rename(janis, 'Jānis', 'JANIS')
  expect([await photosOf(anna), await photosOf(janis)]).toEqual([
    { web: 'unasked', press: 'unasked' },
    { web: 'yes', press: 'no' },
  ])
  expect((await db.select().from(consents)).map(({ participantId }) => participantId)).toEqual([janis.id, janis.id])
})

test('a yes can be taken back after the meeting too, which is when photos are shown; not once nobody is known', async () => {
  const { db, kickoff, app, anna, save, photosOf, page, url } = await classWithSheets()
  await save(line(anna, '', ['web', 'press']))
  app.clock.now = kickoff.endsAt.add({ hours: 24 })
  expect(await page()).toContain(`name="papers.${anna.id}.was" value="+web,press"`)
  expect((await save(line(anna, '+web,press', ['press']))).statusCode).toBe(303)
  expect(await photosOf(anna)).toEqual({ web: 'no', press: 'yes' })
  await forgetPeople(db, filesInFolder('/nonexistent'), kickoff.endsAt.add({ hours: 31 * 24 }))
  expect((await app.inject({ url })).statusCode).toBe(404)
})

test('there are sheets only where photos are asked about, and only for classes', async () => {
  const { app, url } = await classWithSheets({ photoChannels: [] })
  expect((await app.inject({ url })).statusCode).toBe(404)
  const { db, project, kickoff, app: other } = await classWithSheets()
  const friends = await bringFriends(db, project, kickoff, { name: 'N', email: 'n@example.org', friends: ['Sami'] })
  const token = await manageToken(db, friends, kickoff)
  expect((await other.inject({ url: `/mine/${token}/people/sheets` })).statusCode).toBe(404)
})

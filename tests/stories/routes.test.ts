import { expect, test } from 'vitest'
import { calls, letters, stories, storyReviews } from '../../db/schema.ts'
import { form, now, signedInAs, type TestApp, testApp, world } from '../world.ts'
import { bring, callInput, days, openCall, storyCalled, tokenOf } from './cast.ts'

const callFields = {
  'title.lv': 'Atnes stāstu',
  'title.en': 'Bring a story',
  'text.en': 'We **look**.',
  opensAt: '',
  closesAt: '2026-12-05T23:59',
  'types.story': 'yes',
  'questions.0.id': '',
  'questions.0.order': '1',
  'questions.0.label.en': 'How did you hear of us?',
  'questions.0.required': 'yes',
}
const storyFields = { title: 'Solyanka', abstract: 'A blog.', name: 'Noor', email: 'noor@example.org', type: 'story' }

async function desk() {
  const here = await world()
  const app = await testApp(here.db)
  return { ...here, app, organiser: await signedInAs(here.db, here.owner) }
}

async function send(app: TestApp, url: string, fields: Record<string, string>, cookie: Record<string, string> = {}) {
  const { payload, headers } = form(fields)
  return await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })
}

test('an organiser calls for stories, and the meeting’s page invites to tell one while it is open', async () => {
  const { app, db, organiser } = await desk()
  const { statusCode } = await send(app, '/organise/gen-y-city/kickoff/call', callFields, organiser)
  expect(statusCode).toBe(303)
  const [call] = await db.select().from(calls)
  expect(call).toMatchObject({ types: ['story'], opensAt: now, questions: [{ required: true }] })
  expect(call?.closesAt.toString()).toBe('2026-12-05T21:59:00Z')
  const invited = async () => (await app.inject('/gen-y-city/kickoff?lang=en')).body.includes('Tell your story')
  expect(await invited()).toBe(true)
  app.clock.now = Temporal.Instant.from('2026-12-05T21:59:00Z')
  expect(await invited()).toBe(false)
  expect((await app.inject('/gen-y-city/kickoff/call?lang=en')).body).toContain(
    'The time for handing in stories is over.',
  )
})

test('a deadline in the hour that comes twice, or never, is asked for again', async () => {
  const { app, db, organiser } = await desk()
  for (const closesAt of ['2027-10-31T03:30', '2027-03-28T03:30']) {
    const { statusCode, body } = await send(app, '/organise/gen-y-city/call', { ...callFields, closesAt }, organiser)
    expect([statusCode, body.includes('field-closesAt-problem')]).toEqual([422, true])
  }
  expect(await db.select().from(calls)).toEqual([])
  const { statusCode } = await send(
    app,
    '/organise/gen-y-city/call',
    { ...callFields, closesAt: '2027-10-31T02:59' },
    organiser,
  )
  expect(statusCode).toBe(303)
  expect((await db.select().from(calls))[0]?.closesAt.toString()).toBe('2027-10-30T23:59:00Z')
})

test.each([
  [{ closesAt: '' }, 'closesAt'],
  [{ closesAt: '2026-12-13T00:00' }, 'closesAt'],
  [{ opensAt: '2026-12-05T23:59' }, 'closesAt'],
  [{ 'types.story': '' }, 'types'],
  [{ 'title.lv': '', 'title.en': '' }, 'title-lv'],
])('a call with %o is asked for again', async (wrong, field) => {
  const { app, db, organiser } = await desk()
  const { statusCode, body } = await send(
    app,
    '/organise/gen-y-city/kickoff/call',
    { ...callFields, ...wrong },
    organiser,
  )
  expect([statusCode, body.includes(`href="#field-${field}"`)]).toEqual([422, true])
  expect(await db.select().from(calls)).toEqual([])
})

test('made stricter, a call loses nothing that was handed in', async () => {
  const { app, db, project, kickoff, owner, organiser } = await desk()
  const ask = (label: string) => ({ id: '', label: { en: label }, required: false })
  const questions = [ask('Old?'), ask('Nobody answers?')]
  const call = await openCall(db, project, kickoff, owner, { questions, types: ['story', 'workshop'] })
  const answers = { [`${call.questions[0]?.id}`]: 'From a friend' }
  const token = await bring(db, call, { story: { type: 'workshop', answers } })
  await openCall(db, project, kickoff, owner, { questions: [{ ...ask('New?'), required: true }], types: ['story'] })
  const [stricter] = await db.select().from(calls)
  expect(stricter?.questions.map(({ label, retired }) => [label.en, retired])).toEqual([
    ['New?', undefined],
    ['Old?', true],
  ])
  const story = await storyCalled(db, 'Solyanka')
  expect(story).toMatchObject({ status: 'handed-in', type: 'workshop', answers })
  const read = await app.inject({ url: `/organise/gen-y-city/call/stories/${story.id}?lang=en`, headers: organiser })
  expect(read.body).toContain('From a friend')
  const own = await app.inject(`/story/${token}?lang=en`)
  expect(own.body).toContain('value="workshop" selected')
  expect(own.body).not.toContain('Old?')
})

test('a known address is answered exactly like a new one', async () => {
  const { app, db, project, kickoff, owner } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  await bring(db, call)
  const answers = []
  for (const email of ['noor@example.org', 'new@example.org']) {
    const { statusCode, headers, body } = await send(app, '/gen-y-city/kickoff/call', {
      ...storyFields,
      email,
      title: 'Another',
    })
    answers.push([statusCode, headers.location, body])
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]).toEqual([303, '/gen-y-city/kickoff/call/sent', ''])
})

test('handing in says what is missing and keeps what was typed; a draft asks for the address alone', async () => {
  const { app, db, project, kickoff, owner } = await desk()
  const questions = [{ id: '', label: { en: 'Why?' }, required: true }]
  const call = await openCall(db, project, kickoff, owner, { questions })
  const id = call.questions[0]?.id
  const young = { ...storyFields, title: '', minor: 'yes', wishes: 'A quiet corner' }
  const { statusCode, body } = await send(app, '/gen-y-city/kickoff/call?lang=en', { ...young, deed: 'hand-in' })
  expect(statusCode).toBe(422)
  for (const field of ['title', `answers-${id}`, 'guardianEmail']) expect(body).toContain(`href="#field-${field}"`)
  expect(body).toContain('A quiet corner')
  const own = await send(app, '/gen-y-city/kickoff/call', { ...young, guardianEmail: 'NOOR@example.org', deed: 'save' })
  expect([own.statusCode, own.body.includes('href="#field-guardianEmail"')]).toEqual([422, true])
  expect(await db.select().from(stories)).toEqual([])
  const saved = await send(app, '/gen-y-city/kickoff/call', { ...young, deed: 'save' })
  expect([saved.statusCode, saved.headers.location]).toEqual([303, '/gen-y-city/kickoff/call/sent?kept=draft'])
})

test('a form overtaken by somebody else’s comes back with both, and sent again it stands', async () => {
  const { app, db, project, kickoff, owner } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  const token = await bring(db, call, {}, 'save')
  const fields = { ...storyFields, language: 'en', kind: 'person' }
  const page = await app.inject(`/story/${token}`)
  const seen = /name="seen" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  await send(app, `/story/${token}/save`, { ...fields, abstract: 'Theirs', seen })
  const held = await send(app, `/story/${token}/save?lang=en`, { ...fields, abstract: 'Mine', seen })
  expect(held.statusCode).toBe(409)
  expect(held.body).toContain('Theirs')
  expect(held.body).toContain('Mine</textarea>')
  const now = /name="seen" value="([^"]+)"/.exec(held.body)?.[1] ?? ''
  expect((await send(app, `/story/${token}/save`, { ...fields, abstract: 'Mine', seen: now })).statusCode).toBe(303)
  expect(await storyCalled(db, 'Solyanka')).toMatchObject({ abstract: 'Mine', status: 'draft' })
})

test('after the deadline and after the decision a story can only be read', async () => {
  const { app, db, project, kickoff, owner } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  const token = await bring(db, call)
  app.clock.now = call.closesAt
  const page = await app.inject(`/story/${token}?lang=en`)
  expect(page.body).toContain('A blog for everyone.')
  expect(page.body).not.toContain('name="title"')
  expect((await send(app, `/story/${token}/save`, { ...storyFields, seen: '' })).statusCode).toBe(409)
  expect((await send(app, `/story/${token}/withdraw`, {})).statusCode).toBe(303)
})

test('opening a link changes nothing', async () => {
  const { app, db, project, kickoff, owner } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  await bring(db, call, { coSpeakers: ['sami@example.org'] })
  const before = JSON.stringify(await db.select().from(stories))
  const { statusCode, headers } = await app.inject(`/story/${await tokenOf(db, 'sami@example.org')}`)
  expect([statusCode, headers['cache-control'], headers['referrer-policy']]).toEqual([
    200,
    'private, no-store',
    'no-referrer',
  ])
  expect(JSON.stringify(await db.select().from(stories))).toBe(before)
})

test('a bulk decision says how many letters go before it does, and then does it', async () => {
  const { app, db, project, kickoff, owner, organiser } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  for (const title of ['One', 'Two']) await bring(db, call, { story: { title } })
  const ids = [(await storyCalled(db, 'One')).id, (await storyCalled(db, 'Two')).id]
  const chosen = { call: call.id, decision: 'accepted', ...Object.fromEntries(ids.map((id) => [`story.${id}`, 'yes'])) }
  const letter = (await db.select().from(letters)).length
  const asked = await send(app, '/organise/gen-y-city/call/decision?lang=en', chosen, organiser)
  expect(asked.body).toContain('2 people will get a letter each')
  expect((await db.select().from(letters)).length).toBe(letter)
  const done = await send(app, '/organise/gen-y-city/call/decide', chosen, organiser)
  expect([done.statusCode, done.headers.location]).toEqual([303, '/organise/gen-y-city/kickoff/call'])
  const late = await send(
    app,
    '/organise/gen-y-city/call/decide?lang=en',
    { ...chosen, decision: 'rejected' },
    organiser,
  )
  expect([late.statusCode, late.body.includes('Somebody was quicker')]).toEqual([409, true])
  expect((await db.select().from(stories)).map(({ status }) => status)).toEqual(['accepted', 'accepted'])
})

test('of a project’s call the organiser says for which meeting a story is', async () => {
  const { app, db, project, kickoff, owner, organiser } = await desk()
  const call = await openCall(db, project, null, owner)
  await bring(db, call)
  const { id } = await storyCalled(db, 'Solyanka')
  const chosen = { call: call.id, decision: 'accepted', [`story.${id}`]: 'yes' }
  const nowhere = await send(app, '/organise/gen-y-city/call/decide', chosen, organiser)
  expect([nowhere.statusCode, nowhere.body.includes('field-meeting-problem')]).toEqual([422, true])
  await send(app, '/organise/gen-y-city/call/decide', { ...chosen, meeting: kickoff.id }, organiser)
  expect(await storyCalled(db, 'Solyanka')).toMatchObject({ status: 'accepted' })
})

test('what organisers think of a story nobody else reads, and an outsider finds none of it', async () => {
  const { app, db, project, kickoff, owner, outsider, organiser } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  const token = await bring(db, call)
  const { id } = await storyCalled(db, 'Solyanka')
  const opinion = { score: '2', comment: 'Too long for ten minutes' }
  await send(app, `/organise/gen-y-city/call/stories/${id}/review`, opinion, organiser)
  expect(await db.select().from(storyReviews)).toMatchObject([{ score: 2 }])
  expect((await app.inject(`/story/${token}`)).body).not.toContain('Too long')
  const theirs = await signedInAs(db, outsider)
  for (const url of [`/organise/gen-y-city/call/stories/${id}`, `/organise/other-city/call/stories/${id}`])
    expect((await app.inject({ url, headers: theirs })).statusCode).toBe(404)
  const chosen = { call: call.id, decision: 'rejected', [`story.${id}`]: 'yes' }
  expect((await send(app, '/organise/other-city/call/decide', chosen, theirs)).statusCode).toBe(404)
  expect(await storyCalled(db, 'Solyanka')).toMatchObject({ status: 'handed-in' })
})

test('once a call has closed, the overview says how many stories wait', async () => {
  const { app, db, project, kickoff, owner, organiser } = await desk()
  const call = await openCall(db, project, kickoff, owner)
  await openCall(db, project, null, owner, callInput({ closesAt: now.add(days(1)) }))
  await bring(db, call)
  const overview = async () =>
    (await app.inject({ url: '/organise/gen-y-city/kickoff?lang=en', headers: organiser })).body.includes(
      '1 story waits',
    )
  expect(await overview()).toBe(false)
  await db.transact((tx) => tx.update(calls).set({ closesAt: now.add({ minutes: 1 }) }), { touches: 'nothing' })
  app.clock.now = now.add({ minutes: 1 })
  expect(await overview()).toBe(true)
})

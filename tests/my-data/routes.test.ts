import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, questions, registrations } from '../../db/schema.ts'
import { publishAnswer } from '../../server/dialogue/answer.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { addVoice, voiceBy } from '../dialogue/cast.ts'
import { dump } from '../dump.ts'
import { registrationBy } from '../registrations/places.ts'
import { now, testApp, world } from '../world.ts'
import { askTwoThings, giveEverything } from './rich.ts'

/** Noor, of whom everything is known, and Sami, who waits. */
async function known() {
  const here = await world({ capacity: 1, keepDays: 10 })
  const { db, project, kickoff } = here
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: here.pupils.id }, now)
  const app = await testApp(db)
  const registration = await registrationBy(db, noor)
  const asked = await askTwoThings(db, kickoff, now)
  await giveEverything(db, app.config.dataDir, registration, asked, 'plum', now)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
  return { ...here, app, registration, page: `/mine/${token}/data` }
}

const english = { 'accept-language': 'en' }

const pieces = [
  ...['Noor', 'noor@example.org', 'class plum', '2009', '13 to 17', 'Pupil', 'friend plum'],
  ...['Question text', 'answer plum', 'plum.pdf', 'guardian.plum@example.org', 'Guardian plum'],
]

test('whoever holds the link sees everything held, who sees it and until when', async () => {
  const { app, page } = await known()
  const { body, headers } = await app.inject({ url: page, headers: english })
  for (const piece of [...pieces, 'Confirmation of a place', 'On our website', 'you take part'])
    expect(body).toContain(piece)
  // Ten days after the meeting; one answer goes after seven.
  for (const date of ['22 December 2026', '19 December 2026']) expect(body).toContain(date)
  expect(headers['cache-control']).toBe('private, no-store')
})

test('a file is seen by those, and goes when, its question says', async () => {
  const { app, db, page } = await known()
  const file = eq(questions.kind, 'file')
  await db.transact(
    (tx) =>
      tx
        .update(questions)
        .set({ keepDays: 3, visibleTo: ['door'] })
        .where(file),
    {
      touches: 'nothing',
    },
  )
  const { body } = await app.inject({ url: page, headers: english })
  const note = 'Only those who lead the project and the helpers at the door see it. Deleted on 15 December 2026.'
  expect(body.split(note).length - 1).toBe(2)
})

test('nobody without the link sees it, takes it along or erases it', async () => {
  const { app, db, page, registration } = await known()
  const before = await dump(db)
  for (const token of ['x'.repeat(43), registration.id])
    for (const way of ['', '.json', '.txt', '/erase'])
      expect((await app.inject({ url: `/mine/${token}/data${way}` })).statusCode).toBe(404)
  await app.inject({ method: 'POST', url: `/mine/${'x'.repeat(43)}/data/erase` })
  expect(await dump(db)).toEqual(before)
  app.clock.now = now.add({ hours: 24 * 365 })
  expect((await app.inject({ method: 'POST', url: `${page}/erase` })).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
})

test('it is taken along as a text for people and a file for programs', async () => {
  const { app, page } = await known()
  const text = await app.inject({ url: `${page}.txt`, headers: english })
  expect(text.headers['content-disposition']).toBe('attachment; filename="my-data.txt"')
  for (const piece of pieces) expect(text.body).toContain(piece)
  const file = await app.inject({ url: `${page}.json` })
  expect(file.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(file.headers['content-disposition']).toBe('attachment; filename="my-data.json"')
  expect(file.json()).toMatchObject({
    format: 'kopa-my-data/1',
    meeting: { title: { en: 'Kick-off' } },
    registration: { name: 'Noor', email: 'noor@example.org', birthYear: 2009, keptUntil: '2026-12-22T17:30:00Z' },
    participants: [{ name: 'friend plum' }],
    answers: [
      { question: { en: 'Question text' }, answer: { text: 'answer plum' }, keptUntil: '2026-12-19T17:30:00Z' },
      { question: { en: 'Question file' }, seenBy: ['owner', 'organiser', 'door'] },
    ],
    files: [{ name: 'plum.pdf', seenBy: ['owner', 'organiser', 'door'], keptUntil: '2026-12-22T17:30:00Z' }],
    consents: [
      { channel: 'web', agreed: true, by: 'guardian' },
      { agreed: false, by: 'self' },
    ],
    guardians: [{ email: 'guardian.plum@example.org', signedBy: 'Guardian plum' }],
    workshops: [{ status: 'in' }],
    letters: [{ kind: 'confirmation' }, { recipient: 'guardian.plum@example.org' }],
  })
  expect(file.body).not.toContain('secret-of')
})

test('what somebody asked with their address is shown to them, goes along, and stays without them once they are erased', async () => {
  const { app, db, project, kickoff, owner, page } = await known()
  const who = { meetingId: kickoff.id, name: 'Noor', email: 'Noor@example.org', voterHash: 'browser' }
  const asked = await addVoice({ db, project }, 'Kāpēc sikspārņi?', who)
  const idea = { ...who, kind: 'idea' as const, createdAt: now.add({ seconds: 1 }) }
  const answered = await addVoice({ db, project }, 'Kur ir Imbir?', idea)
  const others = await addVoice({ db, project }, 'Sami jautājums', { name: 'Sami', email: 'sami@example.org' })
  await publishAnswer(db, project, answered, { lv: 'Te.' }, owner, now)
  const { body } = await app.inject({ url: page, headers: english })
  expect(body).toMatch(/Your questions and ideas[\s\S]*Kāpēc sikspārņi\?[\s\S]*Deleted on 23 November 2027/)
  expect(body.includes('Sami jautājums')).toBe(false)
  const { voices: exported } = (await app.inject({ url: `${page}.json` })).json()
  expect(exported).toMatchObject([
    { kind: 'question', text: 'Kāpēc sikspārņi?', email: 'Noor@example.org' },
    { kind: 'idea', text: 'Kur ir Imbir?', name: 'Noor', email: null },
  ])
  await app.inject({ method: 'POST', url: `${page}/erase` })
  expect(await voiceBy(db, asked)).toMatchObject({ text: 'Kāpēc sikspārņi?', name: null, email: null, voterHash: null })
  expect(await voiceBy(db, answered)).toMatchObject({ text: 'Kur ir Imbir?', name: null, voterHash: null })
  expect(await voiceBy(db, others)).toEqual(others)
  expect((await db.select().from(letters)).filter(({ kind }) => kind === 'voice-answered')).toEqual([])
})

test('erasing says first what will happen; then nothing is known, and the place is somebody else’s', async () => {
  const { app, db, page, registration } = await known()
  const before = await dump(db)
  const asked = await app.inject({ url: `${page}/erase`, headers: english })
  expect(asked.body).toContain('It cannot be undone')
  expect(await dump(db)).toEqual(before)
  const files = join(app.config.dataDir, 'answers')
  expect(existsSync(join(files, `file-${registration.id}`))).toBe(true)
  const done = await app.inject({ method: 'POST', url: `${page}/erase` })
  expect([done.statusCode, done.headers.location]).toEqual([303, '/privacy/erased'])
  const stored = Object.values(await dump(db)).join()
  expect(stored).not.toMatch(/plum|noor/i)
  expect(existsSync(join(files, `file-${registration.id}`))).toBe(false)
  expect((await registrationBy(db, sami)).status).toBe('offered')
  for (const way of ['', '/data']) expect((await app.inject({ url: page.replace('/data', way) })).statusCode).toBe(404)
})

test('the receipt needs no link, and a second tap gets the same', async () => {
  const { app, db, page } = await known()
  await app.inject({ method: 'POST', url: `${page}/erase` })
  const after = await dump(db)
  const again = await app.inject({ method: 'POST', url: `${page}/erase` })
  expect([again.statusCode, again.headers.location]).toEqual([303, '/privacy/erased'])
  expect(await dump(db)).toEqual(after)
  const receipt = await app.inject({ url: '/privacy/erased', headers: english })
  expect(receipt.body).toContain('Your data is erased')
})

test('of everybody else everything stays', async () => {
  const { app, db, page, kickoff } = await known()
  const other = await registrationBy(db, sami)
  const asked = { text: `text-${kickoff.id}`, file: `file-${kickoff.id}`, workshop: `workshop-${kickoff.id}` }
  await giveEverything(db, app.config.dataDir, other, asked, 'quince', now)
  const quinces = async () =>
    Object.values(await dump(db))
      .join()
      .match(/quince/g)?.length
  const before = await quinces()
  await app.inject({ method: 'POST', url: `${page}/erase` })
  expect(await quinces()).toBe(before)
  expect((await db.select().from(registrations)).map(({ name }) => name).sort()).toEqual(['Sami', null])
})

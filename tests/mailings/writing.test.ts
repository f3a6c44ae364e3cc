import { expect, test } from 'vitest'
import { groups, letterTexts, mailings } from '../../db/schema.ts'
import { now } from '../world.ts'
import { draftIn } from './cast.ts'
import { mailingDesk } from './desk.ts'

const once = '5e1f0a53-0f0b-4b5e-9a55-2f2f6e1f7c11'
const typed = { kind: 'about', 'standing.confirmed': 'yes', once }

test('who goes back to the form and saves it anew has the draft they saw last, and one alone', async () => {
  const { db, send } = await mailingDesk(1)
  const answers = [
    await send('', { ...typed, 'subject.en': 'Come early', 'text.en': 'At five.' }),
    await send('', { ...typed, 'subject.en': 'Come earlier', 'text.en': 'At four.' }),
  ]
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
  expect((await db.select().from(mailings)).map(({ text }) => text)).toEqual([{ en: 'At four.' }])
  await send(`/${once}/send`, { people: '1' })
  await send('', { ...typed, 'subject.en': 'Come late', 'text.en': 'At six.' })
  expect((await db.select().from(mailings)).map(({ text }) => text.en).sort()).toEqual(['At four.', 'At six.'])
})

test('whoever edits a letter that a colleague is sending keeps what they typed, and is told', async () => {
  const desk = await mailingDesk(1)
  const mailing = await draftIn(desk)
  await desk.send(`/${mailing.id}/send`, { people: '1' })
  const answer = await desk.send(`/${mailing.id}`, { ...typed, 'subject.en': 'Come late', 'text.en': 'At six.' })
  expect([answer.statusCode, answer.body.includes('At six.'), answer.body.includes('already being sent')]).toEqual([
    ...[409, true, true],
  ])
  const [kept] = await desk.db.select().from(mailings)
  expect(kept?.text).toEqual(mailing.text)
})

test('a name in curly brackets, which nobody fills in, is refused beside its field', async () => {
  const { db, send } = await mailingDesk(1)
  const answer = await send('', { ...typed, 'subject.en': 'Come early', 'text.en': 'Hello {name}!' })
  expect([answer.statusCode, answer.body.includes('Hello {name}!')]).toEqual([422, true])
  expect(answer.body).toContain('Nothing is filled in here')
  expect(await db.select().from(mailings)).toEqual([])
})

test('a draft for a group that was retired since is still for that group alone once it is edited', async () => {
  const desk = await mailingDesk(1)
  const { db, pupils, get, send } = desk
  const mailing = await draftIn(desk, { audience: { standing: ['confirmed'], groupIds: [pupils.id] } })
  await db.transact((tx) => tx.update(groups).set({ retired: true }), { touches: 'everything' })
  expect((await get(`/${mailing.id}/edit`)).body).toMatch(new RegExp(`name="groups.${pupils.id}"[^>]* checked`))
  const called = `${pupils.name.en}`
  for (const page of ['', `/${mailing.id}`]) expect((await get(page)).body).toContain(called)
  const ticked = { [`groups.${pupils.id}`]: 'yes', 'subject.en': 'Come', 'text.en': 'At six.' }
  expect((await send(`/${mailing.id}`, { ...typed, ...ticked })).statusCode).toBe(303)
  expect((await db.select().from(mailings))[0]?.audience).toEqual({ standing: ['confirmed'], groupIds: [pupils.id] })
})

test('a letter that cannot be written is no crash, neither around its picture nor in it', async () => {
  const desk = await mailingDesk(1)
  const mailing = await draftIn(desk)
  const faulty = { projectId: desk.project.id, locale: 'en' as const, key: 'letter.who-sees', text: 'For {nobody}' }
  await desk.db.transact((tx) => tx.insert(letterTexts).values({ ...faulty, changedAt: now }), {
    touches: 'everything',
  })
  expect([(await desk.get(`/${mailing.id}`)).statusCode, (await desk.get(`/${mailing.id}/html`)).statusCode]).toEqual([
    ...[200, 404],
  ])
})

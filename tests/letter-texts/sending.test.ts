import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, letterTexts } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { addMeeting, form, now, signedInAs, testApp, world } from '../world.ts'

const subject = 'letter.confirmation.subject'
const lead = 'letter.confirmation.lead'

/** As it is kept: in ICU's syntax. */
async function keep(db: Database, project: { id: string }, key: string, text: string): Promise<void> {
  const row = { projectId: project.id, locale: 'en' as const, key, text, changedAt: now }
  await db.transact(
    (tx) =>
      tx
        .insert(letterTexts)
        .values(row)
        .onConflictDoUpdate({ target: [letterTexts.projectId, letterTexts.locale, letterTexts.key], set: { text } }),
    { touches: 'nothing' },
  )
}

async function postedTo(person: typeof noor, words: Record<string, string>) {
  const here = await world()
  const { db, project, kickoff, pupils } = here
  for (const [key, text] of Object.entries(words)) await keep(db, project, key, text)
  await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const office = await postOffice()
  await post(db, office.url, now)
  const [letter = expect.unreachable()] = await db.select().from(letters)
  return { ...here, office, letter }
}

test('a letter goes out in the words of its project, the same in both its parts, and escaped once', async () => {
  const { office } = await postedTo(noor, { [subject]: 'Ahoy & welcome: {title}', [lead]: "Ahoy! It''s <b>on</b> #1." })
  const [{ mail } = expect.unreachable()] = office.received
  expect(mail.subject).toBe('Ahoy & welcome: Kick-off')
  expect(mail.text).toContain("Ahoy! It's <b>on</b> #1.\n\nKick-off")
  expect(mail.html).toContain('Ahoy! It&#39;s &lt;b&gt;on&lt;/b&gt; #1.')
  expect(mail.html).toContain('<title>Ahoy &amp; welcome: Kick-off</title>')
})

test('what it tells, its links and its calendar entry stay, and so does whatever else it says', async () => {
  const [usual, own] = [await postedTo(noor, {}), await postedTo(noor, { [lead]: 'Ahoy!' })]
  const [before, after] = [usual, own].map(({ office: { received } }) => received[0]?.mail)
  const told = (text = '') => text.split('\n').filter((line) => /^(When|Where|http|We delete|Only)/.test(line)).length
  expect(told(after?.text)).toBeGreaterThan(3)
  expect(told(after?.text)).toBe(told(before?.text))
  expect(after?.attachments.map(({ contentType }) => contentType)).toEqual(
    before?.attachments.map(({ contentType }) => contentType),
  )
})

test('another project, and whoever reads another language, get the usual words', async () => {
  const { db, project, kickoff, foreign, pupils, office } = await postedTo(sami, { [lead]: 'Ahoy!' })
  const there = await addMeeting(db, foreign)
  await register(db, foreign, there, { ...noor, groupId: null }, now)
  await register(db, project, kickoff, { ...noor, locale: 'ru', groupId: pupils.id }, now)
  await post(db, office.url, now)
  const begin = office.received.slice(1).map(({ mail }) => mail.text?.split('\n')[0] ?? '')
  expect(begin.toSorted()).toEqual([expect.stringContaining('Hi!'), expect.stringContaining('Привет')])
})

test.each([
  ['names what the catalogue no longer fills in', subject, 'You: {title} {colour}'],
  ['names what leads elsewhere', lead, 'Hi {title.constructor}'],
  ['leaves out what it is about', subject, 'Welcome'],
  ['is empty', lead, ' '],
  ['is no message', lead, 'Hi {'],
  ['branches by itself', lead, '{title, select, other {Hi}}'],
  ['has a bracket where something was meant', lead, "Hi '{'title}"],
])('a letter whose text %s ends at once, says where, and goes once that is mended', async (_, key, text) => {
  const { db, project, owner, letter, office } = await postedTo(noor, { [key]: text })
  expect(office.tried()).toBe(0)
  expect(letter).toMatchObject({ ending: 'failed', endedAt: now, attempts: 0, sentAt: null })
  expect(letter.answer).toContain(key)
  const app = await testApp(db)
  const headers = { ...(await signedInAs(db, owner)), 'accept-language': 'en' }
  const page = await app.inject({ url: `/organise/gen-y-city/letters/${letter.id}`, headers })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('The words of this letter have an error')
  expect(page.body).not.toContain(`words ${key}`)
  await keep(db, project, key, 'Welcome to {title}'.slice(0, key === lead ? 7 : undefined))
  const url = `/organise/gen-y-city/letters/${letter.id}/retry`
  await app.inject({ method: 'POST', url, ...form({}), headers: { ...headers, ...form({}).headers } })
  await post(db, office.url, now)
  expect(office.received).toHaveLength(1)
})

test('one letter in an organiser’s own words keeps to them; with a placeholder nobody fills, it does not go', async () => {
  const { db, kickoff, project, pupils } = await world()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const put = async (person: typeof noor, words: { subject: string; lead: string }) => {
    const own = eq(letters.recipient, person.email)
    await db.transact((tx) => tx.update(letters).set({ words }).where(own), { touches: 'nothing' })
  }
  await put(noor, { subject: 'For <you>', lead: 'One line.\nAnother.' })
  await put(sami, { subject: 'For {name}', lead: 'Hi' })
  const office = await postOffice()
  await post(db, office.url, now)
  expect(office.received.map(({ mail }) => [mail.subject, mail.text?.slice(0, 18)])).toEqual([
    ['For <you>', 'One line.\nAnother.'],
  ])
  const [failed] = await db.select().from(letters).where(eq(letters.recipient, sami.email))
  expect(failed).toMatchObject({ ending: 'failed', answer: 'words subject letter-texts.problem.unknown {name}' })
})

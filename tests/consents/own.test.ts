import { expect, test } from 'vitest'
import { consents } from '../../db/schema.ts'
import { dump } from '../dump.ts'
import { answer, child, linkIn, ofAge, teenager, type YoungMeeting, yes, youngMeeting } from '../guardianships/cast.ts'

const words = { photosText: 'consent.text-1' }

async function photosOf({ db }: YoungMeeting, { email }: { email: string }) {
  return `${await linkIn(db, email, 'mine')}/photos`
}

async function said({ db }: YoungMeeting) {
  const rows = await db.select().from(consents).orderBy(consents.at, consents.channel)
  return rows.map(({ by, channel, agreed }) => `${by} ${channel} ${agreed ? 'yes' : 'no'}`)
}

test('whoever is of age changes their word as often as they like, and sees all that was said', async () => {
  const here = await youngMeeting()
  const { app, signUp } = here
  await signUp({ ...ofAge, further: 'adult', ...words, 'photos.web': 'yes' })
  const url = `${await photosOf(here, ofAge)}?lang=en`
  expect((await app.inject({ url })).body).toMatch(/name="photos.web"[^>]* checked/)
  expect((await answer(app, url, { ...words, 'photos.press': 'yes' })).statusCode).toBe(303)
  expect((await answer(app, url, words)).statusCode).toBe(303)
  expect(await said(here)).toEqual([
    ...['self press no', 'self web yes', 'self press yes', 'self web no', 'self press no'],
  ])
  const { body, headers } = await app.inject({ url })
  expect(headers['cache-control']).toBe('private, no-store')
  expect(body).toMatch(/Who said what[\s\S]*On our website: no[\s\S]*you · [\s\S]*English[\s\S]*the original text/)
  expect(body).not.toContain(' checked')
})

test('a young person sees what the guardian said, and their own no outweighs it until they take it back', async () => {
  const here = await youngMeeting()
  const { db, app, signUp } = here
  await signUp({ ...teenager, further: 'young', guardianEmail: 'anna@example.org' })
  const asked = await linkIn(db, 'anna@example.org')
  expect((await app.inject({ url: `${asked}?lang=en` })).body).toContain('May photos show Markuss?')
  await answer(app, asked, { ...words, answer: 'photos', signedBy: 'Anna Liepa', 'photos.web': 'yes' })
  const url = await photosOf(here, teenager)
  const shown = async () => {
    const { body } = await app.inject({ url: `${url}?lang=en` })
    return [...body.matchAll(/<dd><span class="badge \w+">([^<]*)/g)].map(([, badge]) => badge)
  }
  expect(await shown()).toEqual(['may be shown', 'may not be shown'])
  await answer(app, url, { ...words, 'photos.web': 'yes' })
  expect(await shown()).toEqual(['may not be shown', 'may not be shown'])
  await answer(app, url, words)
  expect(await shown()).toEqual(['may be shown', 'may not be shown'])
  expect(await said(here)).toEqual(['guardian press no', 'guardian web yes', 'self web no', 'self web yes'])
})

test('a guardian’s yes to photos is signed, and their no needs no signature', async () => {
  const here = await youngMeeting()
  const { db, app, signUp } = here
  await signUp({ ...teenager, further: 'young', guardianEmail: 'anna@example.org' })
  const url = await linkIn(db, 'anna@example.org')
  expect((await answer(app, url, { ...words, answer: 'photos', 'photos.web': 'yes' })).statusCode).toBe(422)
  expect((await answer(app, url, { ...words, answer: 'photos' })).statusCode).toBe(303)
  expect((await answer(app, url, { answer: 'no' })).statusCode).toBe(404)
  expect(await said(here)).toEqual(['guardian press no', 'guardian web no'])
})

test('words that were never shown are not agreed to, and a stranger’s link opens nothing', async () => {
  const here = await youngMeeting()
  const { db, app, signUp } = here
  await signUp({ ...ofAge })
  await signUp({ ...child, further: 'child' })
  const url = await photosOf(here, ofAge)
  const asked = await linkIn(db, child.guardianEmail)
  const before = await dump(db)
  expect((await answer(app, url, { photosText: 'invented', 'photos.web': 'yes' })).statusCode).toBe(409)
  expect((await answer(app, asked, { ...yes, photosText: 'invented' })).statusCode).toBe(409)
  for (const page of ['photos', 'guardian']) {
    expect((await app.inject({ url: `/mine/none/${page}` })).statusCode).toBe(404)
    const sent = { ...words, guardianEmail: 'juris@example.org' }
    expect((await answer(app, `/mine/none/${page}`, sent)).statusCode).toBe(404)
    expect((await answer(app, `${asked.replace('child', 'mine')}/${page}`, sent)).statusCode).toBe(404)
  }
  expect(await dump(db)).toEqual(before)
})

test('the language written down is that of the words they were shown, whatever their letters are in', async () => {
  const here = await youngMeeting()
  const { db, app, signUp } = here
  await signUp({ ...ofAge, ...words, language: 'uk', 'photos.web': 'yes' })
  await signUp({ ...teenager, language: 'uk', guardianEmail: 'anna@example.org' })
  await answer(app, `${await photosOf(here, ofAge)}?lang=lv`, { ...words, 'photos.press': 'yes' })
  const guardian = `${await linkIn(db, 'anna@example.org')}?lang=ru`
  await answer(app, guardian, { ...words, answer: 'photos', signedBy: 'Anna Liepa', 'photos.web': 'yes' })
  const shown = (await db.select().from(consents)).map(({ by, locale }) => `${by} ${locale}`)
  expect([...new Set(shown)].sort()).toEqual(['guardian ru', 'self en', 'self lv'])
})

import { expect, test } from 'vitest'
import { consents, guardianships, type Meeting, registrations } from '../../db/schema.ts'
import { dump } from '../dump.ts'
import { form, signedInAs, testApp, world } from '../world.ts'
import { answer, child, linkIn, ofAge, teenager, youngMeeting } from './cast.ts'

test('a meeting that asks for no age asks for none, and takes none', async () => {
  const { db, pupils } = await world()
  const app = await testApp(db)
  const url = '/gen-y-city/kickoff/register'
  expect((await app.inject({ url })).body).not.toContain('birthYear')
  const fields = { name: 'Elza', email: 'elza@example.org', group: pupils.id, birthYear: '2015' }
  expect((await app.inject({ method: 'POST', url, ...form(fields) })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ status: 'confirmed', birthYear: null, ageBand: null }])
})

test('whoever was born in a clear year is asked nothing further', async () => {
  const { db, signUp } = await youngMeeting({ photoChannels: [] })
  expect((await signUp({ ...teenager, further: '' })).statusCode).toBe(303)
  expect((await signUp({ ...ofAge, further: '' })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([
    { status: 'confirmed', birthYear: 2010, ageBand: 'young' },
    { status: 'confirmed', birthYear: 2000, ageBand: 'adult' },
  ])
  expect(await db.select().from(guardianships)).toEqual([])
})

test('where a limit falls inside the year the form comes back with the question, everything kept, and no blame', async () => {
  const { db, signUp } = await youngMeeting({ photoChannels: [] })
  const said = { ...teenager, birthYear: '2013', further: '' }
  const asked = await signUp(said)
  expect(asked.statusCode).toBe(200)
  expect(asked.body).toMatch(/Nearly there[\s\S]*value="Markuss"[\s\S]*value="2013"[\s\S]*had your birthday/)
  expect(asked.body).not.toMatch(/class="problem|role="alert"/)
  expect(await db.select().from(registrations)).toEqual([])
  const unsaid = await signUp({ ...said, further: 'child-young' })
  expect([unsaid.statusCode, unsaid.body.includes('field-birthday-problem')]).toEqual([422, true])
  expect((await signUp({ ...said, further: 'child-young', birthday: 'yes' })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ ageBand: 'young', status: 'confirmed' }])
})

test('a child is asked for a guardian, who is not to be themselves, however they spell it', async () => {
  const { db, signUp } = await youngMeeting()
  const { guardianEmail, ...alone } = child
  const asked = await signUp({ ...alone, further: '' })
  expect([asked.statusCode, asked.body.includes('name="guardianEmail"')]).toEqual([200, true])
  for (const wrong of ['', 'anna', 'El.za+me@example.org']) {
    const { statusCode, body } = await signUp({ ...alone, further: 'child', guardianEmail: wrong })
    expect([statusCode, body.includes('field-guardianEmail-problem')]).toEqual([422, true])
  }
  expect(await db.select().from(registrations)).toEqual([])
  const { headers, statusCode } = await signUp({ ...alone, further: 'child', guardianEmail })
  expect([statusCode, headers.location]).toEqual([303, '/gen-y-city/kickoff/registered?list=held'])
})

test('nonsense years are said beside their field', async () => {
  const { db, signUp } = await youngMeeting()
  for (const birthYear of ['', '11', '2O11', '2026', '1850', '20111', '-2011', '2011.5']) {
    const { statusCode, body } = await signUp({ ...teenager, birthYear })
    expect([birthYear, statusCode, body.includes('field-birthYear-problem')]).toEqual([birthYear, 422, true])
  }
  expect(await db.select().from(registrations)).toEqual([])
})

test('of a group of adults no year is asked; what was typed for another is not kept', async () => {
  const { db, signUp, teachers } = await youngMeeting({ photoChannels: [] })
  const said = { name: 'Rūta', email: 'ruta@example.org', group: teachers.id, birthYear: '2015', further: 'child' }
  expect((await signUp({ ...said, guardianEmail: 'anna@example.org' })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ ageBand: 'adult', birthYear: null }])
  expect(await db.select().from(guardianships)).toEqual([])
})

test('whoever was asked for no year stays in a group of adults, unless organisers say otherwise', async () => {
  const { db, app, organiser, pupils, teachers, signUp } = await youngMeeting()
  await signUp({ name: 'Rūta', email: ofAge.email, group: teachers.id })
  const mine = await linkIn(db, ofAge.email, 'mine')
  const move = { name: 'Rūta', group: pupils.id, language: 'lv' }
  const { statusCode, body } = await answer(app, `${mine}/change?lang=en`, move)
  expect([statusCode, body.includes('In this group we ask how old people are')]).toEqual([422, true])
  const [stays] = await db.select().from(registrations)
  expect(stays).toMatchObject({ groupId: teachers.id, ageBand: 'adult' })
  const { headers, ...sent } = form(move)
  const cookie = await signedInAs(db, organiser)
  const url = `/organise/gen-y-city/kickoff/registrations/${stays?.id}/change`
  expect((await app.inject({ method: 'POST', url, ...sent, headers: { ...headers, ...cookie } })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ groupId: pupils.id, ageBand: 'adult' }])
})

test('adults are asked about photos themselves, once, unticked, and only a form that showed the words counts', async () => {
  const { db, signUp } = await youngMeeting()
  const asked = await signUp({ ...ofAge, further: '' })
  expect(asked.body).toMatch(
    /name="photosText" value="consent.text-1"[\s\S]*name="photos.web"[\s\S]*name="photos.press"/,
  )
  expect(asked.body).not.toMatch(/ checked/)
  await signUp({ ...ofAge, further: 'adult', photosText: 'consent.text-1', 'photos.web': 'yes' })
  await signUp({ ...ofAge, email: 'other@example.org', 'photos.web': 'yes' })
  await signUp({ ...ofAge, email: 'third@example.org', photosText: 'invented', 'photos.web': 'yes' })
  const said = await db.select().from(consents)
  expect(said).toHaveLength(2)
  expect(said).toMatchObject([
    { channel: 'web', agreed: true, by: 'self', textVersion: 'consent.text-1', locale: 'en' },
    { channel: 'press', agreed: false, by: 'self' },
  ])
  expect(await db.select().from(registrations)).toHaveLength(3)
})

test('young people name a guardian for photos if they like; the place does not wait', async () => {
  const { db, signUp } = await youngMeeting()
  const asked = await signUp({ ...teenager, further: '' })
  expect([asked.statusCode, asked.body.includes('name="guardianEmail"')]).toEqual([200, true])
  await signUp({ ...teenager, further: 'young', guardianEmail: '' })
  await signUp({ ...teenager, email: 'two@example.org', further: 'young', guardianEmail: 'anna@example.org' })
  expect((await db.select().from(registrations)).map(({ status }) => status)).toEqual(['confirmed', 'confirmed'])
  expect(await db.select().from(guardianships)).toMatchObject([{ about: 'photos', email: 'anna@example.org' }])
})

test('the further questions come by themselves while the year is typed, and nothing is kept of that', async () => {
  const { db, app, pupils } = await youngMeeting()
  const before = await dump(db)
  const { headers, payload } = form({ group: pupils.id, birthYear: '2013', name: 'Elza' })
  const typing = { ...headers, 'hx-request': 'true', 'hx-target': 'div#further' }
  const url = '/gen-y-city/kickoff/register/further'
  const { statusCode, body } = await app.inject({ method: 'POST', url, headers: typing, payload })
  expect([statusCode, body]).toEqual([200, expect.stringMatching(/^<div id="further"[\s\S]*name="birthday"/)])
  expect(await dump(db)).toEqual(before)
})

test('organisers may give a year, and vouch for a child or have the guardian asked', async () => {
  const { db, app, organiser, pupils } = await youngMeeting()
  const url = '/organise/gen-y-city/kickoff/registrations'
  const headers = await signedInAs(db, organiser)
  const add = async (fields: Record<string, string>) => {
    const sent = form({ group: pupils.id, ...fields })
    return (await app.inject({ method: 'POST', url, ...sent, headers: { ...sent.headers, ...headers } })).statusCode
  }
  const own = { email: 'jautats@example.org', guardianEmail: 'Jautats+mamma@example.org' }
  expect(await add({ name: 'Pats sev', birthYear: '2015', ...own })).toBe(422)
  for (const more of [
    { name: 'Bez gada' },
    { name: 'Galvots', birthYear: '2015' },
    { name: 'Jautāts', birthYear: '2015', ...own, guardianEmail: 'anna@example.org' },
  ] as Record<string, string>[])
    expect(await add(more)).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([
    { status: 'confirmed', ageBand: null },
    { status: 'confirmed', ageBand: 'child', birthYear: 2015 },
    { status: 'held', ageBand: 'child' },
  ])
})

test('who brings friends is told that the youngest sign up by themselves, where a guardian is asked', async () => {
  const pages = async (details: Partial<Meeting>) => {
    const { app, db, signUp } = await youngMeeting({ friendsMost: 2, ...details })
    await signUp({ ...ofAge, photosText: 'consent.text-1' })
    const mine = `${await linkIn(db, ofAge.email, 'mine')}/people?lang=en`
    const urls = ['/gen-y-city/kickoff/register?lang=en', mine]
    const bodies = await Promise.all(urls.map(async (url) => (await app.inject({ url })).body))
    return bodies.map((body) => body.includes('Friends who are under 13 sign up by themselves'))
  }
  expect(await pages({})).toEqual([true, true])
  expect(await pages({ asksAge: false })).toEqual([false, false])
})

import { expect, test } from 'vitest'
import { consents, erasures, guardianships, letters, meetings, registrations } from '../../db/schema.ts'
import { remindOfChildren } from '../../server/guardianships/remind.ts'
import { writers } from '../../server/letters.ts'
import { lapsePlaces } from '../../server/registrations/places/offer.ts'
import { dump } from '../dump.ts'
import { lettersTo, registrationBy } from '../registrations/places.ts'
import { now } from '../world.ts'
import { answer, child, linkIn, type YoungMeeting, yes, youngMeeting } from './cast.ts'

const anna = { email: 'anna@example.org' }
const aWeek = { hours: 7 * 24 }

async function held(details = {}) {
  const here = await youngMeeting(details)
  await here.signUp({ ...child, further: 'child' })
  return { ...here, url: await linkIn(here.db, anna.email) }
}

async function standingOf({ db }: YoungMeeting) {
  return (await registrationBy(db, child)).status
}

/** What a letter says, and to whom. */
async function written({ db, app }: YoungMeeting, kind: string) {
  const letter = (await db.select().from(letters)).find((one) => one.kind === kind)
  const config = app.config
  return letter ? ((await writers[kind]?.(db, letter, { config, now: app.clock.now })) ?? null) : null
}

test('a child’s place is held and the guardian asked, in letters that say nothing a stranger typed', async () => {
  const here = await held()
  const { db, kickoff } = here
  expect(await registrationBy(db, child)).toMatchObject({ status: 'held', heldUntil: now.add(aWeek) })
  expect([await lettersTo(db, child), await lettersTo(db, anna)]).toEqual([['held'], ['child-request']])
  const letter = await written(here, 'child-request')
  expect(letter?.text).toContain(await linkIn(db, anna.email))
  expect(letter?.text).not.toMatch(/Elza|elza@/)
  expect(kickoff.guardianDays).toBe(7)
})

test('no place is held past the start', async () => {
  const { db, kickoff } = await held({ guardianDays: 60 })
  expect((await registrationBy(db, child)).heldUntil).toEqual(kickoff.startsAt)
})

test('opening the link changes nothing; the page names the child, the meeting and what is kept, and ticks nothing', async () => {
  const { db, app, url } = await held()
  const before = await dump(db)
  const { statusCode, headers, body } = await app.inject({ url: `${url}?lang=en` })
  expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect(body).toMatch(/May Elza come\?[\s\S]*Kick-off[\s\S]*12 December 2026[\s\S]*Youth House[\s\S]*30 November/)
  expect(body).toMatch(/the name “Elza”[\s\S]*deleted on/)
  expect(body).not.toMatch(/ checked|elza@/)
  expect(await dump(db)).toEqual(before)
})

test('a yes is signed, makes the place sure, and is written down with the time and the text', async () => {
  const here = await held()
  const { db, app, url } = here
  expect((await answer(app, url, { answer: 'agree', photosText: 'consent.text-1' })).statusCode).toBe(422)
  expect(await standingOf(here)).toBe('held')
  const said = { ...yes, photosText: 'consent.text-1', 'photos.press': 'yes' }
  for (const _ of ['once', 'again']) expect((await answer(app, url, said)).statusCode).toBe(303)
  expect(await standingOf(here)).toBe('confirmed')
  expect(await db.select().from(guardianships)).toMatchObject([
    { agreed: true, signedBy: 'Anna Liepa', answeredAt: now, textVersion: 'guardianship.consent-1' },
  ])
  expect(await db.select().from(consents)).toMatchObject([
    { channel: 'web', agreed: false, by: 'guardian', textVersion: 'consent.text-1' },
    { channel: 'press', agreed: true, by: 'guardian', textVersion: 'consent.text-1' },
  ])
  expect(await lettersTo(db, child)).toEqual(['confirmation', 'held'])
})

test('a no ends it: the place goes on, all of the child is wiped but the count, and one letter says so', async () => {
  const here = await held({ capacity: 1 })
  const { db, app, url, signUp } = here
  await signUp({ name: 'Sami', email: 'sami@example.org', birthYear: '2010' })
  for (const _ of ['once', 'again']) expect((await answer(app, url, { answer: 'no' })).statusCode).toBe(303)
  const [gone, next] = await db.select().from(registrations)
  expect(gone).toMatchObject({ status: 'cancelled', name: null, email: null, birthYear: null, ageBand: 'child' })
  expect(next?.status).toBe('offered')
  expect(await db.select().from(guardianships)).toMatchObject([{ agreed: false, email: null, signedBy: '' }])
  expect(await db.select().from(erasures)).toMatchObject([{ registrationId: gone?.id }])
  expect([await lettersTo(db, child), await lettersTo(db, anna)]).toEqual([['left'], []])
  const letter = await written(here, 'left')
  expect([letter?.text, letter?.calendar]).toEqual([expect.stringContaining('did not agree'), undefined])
  const { statusCode, body } = await app.inject({ url: `${url}?lang=en` })
  expect([statusCode, body.includes('Elza'), body.includes('the child’s data are deleted')]).toEqual([200, false, true])
})

test('a yes can be taken back by the same link, out of the child’s calendar too', async () => {
  const here = await held()
  const { db, app, url } = here
  await answer(app, url, { ...yes, photosText: 'consent.text-1' })
  expect((await answer(app, url, { answer: 'no' })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ status: 'cancelled', name: null }])
  expect(await lettersTo(db, child)).toEqual(['left'])
  expect((await written(here, 'left'))?.calendar?.method).toBe('CANCEL')
})

test('after the meeting a no still wipes the child, who came all the same and stays counted', async () => {
  const here = await held()
  const { db, app, url, kickoff } = here
  await answer(app, url, { ...yes, photosText: 'consent.text-1' })
  app.clock.now = kickoff.endsAt.add({ hours: 24 })
  for (const _ of ['once', 'again']) expect((await answer(app, url, { answer: 'no' })).statusCode).toBe(303)
  expect(await db.select().from(registrations)).toMatchObject([{ status: 'confirmed', name: null, email: null }])
  expect(await db.select().from(letters)).toEqual([])
  const wiped = await dump(db)
  for (const said of [yes, { ...yes, answer: 'photos', 'photos.web': 'yes' }])
    expect((await answer(app, url, { ...said, photosText: 'consent.text-1' })).statusCode).toBe(409)
  expect(await dump(db)).toEqual(wiped)
  const { body } = await app.inject({ url: `${url}?lang=en` })
  expect([body.includes('All about the child is deleted'), body.includes('Elza')]).toEqual([true, false])
})

test('whoever is asked by mistake says so; no more letters come, and the child names somebody else', async () => {
  const here = await held()
  const { db, app, url } = here
  for (const _ of ['once', 'again']) expect((await answer(app, `${url}/not-mine`, {})).statusCode).toBe(303)
  expect((await app.inject({ url: `${url}?lang=en` })).body).not.toContain('Elza')
  expect(await standingOf(here)).toBe('held')
  expect(await lettersTo(db, child)).toEqual(['guardian-unknown', 'held'])
  const name = async (guardianEmail: string) =>
    (await answer(app, `${await linkIn(db, child.email, 'mine')}/guardian`, { guardianEmail })).statusCode
  expect(await Promise.all(['elza@example.org', 'ANNA@example.org'].map(name))).toEqual([422, 422])
  expect([await name('juris@example.org'), await name('juris@example.org')]).toEqual([303, 303])
  expect(await lettersTo(db, { email: 'juris@example.org' })).toEqual(['child-request'])
  expect(await name('laura@example.org')).toBe(303)
  expect(await name('fourth@example.org')).toBe(422)
  const late = await linkIn(db, 'juris@example.org')
  expect((await app.inject({ url: late })).body).not.toContain('Elza')
  await remindOfChildren(db, now.add(aWeek))
  expect([await lettersTo(db, anna), await lettersTo(db, { email: 'laura@example.org' })]).toEqual([
    ['child-request'],
    ['child-reminder', 'child-request'],
  ])
  await answer(app, await linkIn(db, 'laura@example.org'), { ...yes, photosText: 'consent.text-1' })
  expect(await standingOf(here)).toBe('confirmed')
})

test('one reminder half-way, and at the end the place lapses, and both are told once', async () => {
  const here = await held({ capacity: 1 })
  const { db, app, signUp } = here
  await signUp({ name: 'Sami', email: 'sami@example.org', birthYear: '2010' })
  const at = (hours: number) => now.add({ hours })
  for (const hours of [83, 84, 100]) await remindOfChildren(db, at(hours))
  expect(await lettersTo(db, anna)).toEqual(['child-reminder', 'child-request'])
  expect((await db.select().from(guardianships))[0]?.remindedAt).toEqual(at(84))
  await lapsePlaces(db, at(167))
  expect(await standingOf(here)).toBe('held')
  for (const hours of [168, 169]) await lapsePlaces(db, at(hours))
  expect(await standingOf(here)).toBe('lapsed')
  expect([await lettersTo(db, child), await lettersTo(db, anna)]).toEqual([
    ['held', 'lapsed'],
    ['child-lapsed', 'child-reminder', 'child-request'],
  ])
  expect((await registrationBy(db, { email: 'sami@example.org' })).status).toBe('offered')
  app.clock.now = at(169)
  const late = await linkIn(db, anna.email)
  expect((await app.inject({ url: `${late}?lang=en` })).body).toContain('No answer is needed any more')
  expect((await answer(app, late, { ...yes, photosText: 'consent.text-1' })).statusCode).toBe(409)
  expect(await standingOf(here)).toBe('lapsed')
})

test('a guardian who agrees while it lapses is in time or too late, and never both', async () => {
  const here = await held()
  const { db, app, url } = here
  const over = now.add(aWeek)
  app.clock.now = over
  const [{ statusCode }] = await Promise.all([
    answer(app, url, { ...yes, photosText: 'consent.text-1' }),
    lapsePlaces(db, over),
  ])
  const letters = await lettersTo(db, child)
  expect([statusCode, await standingOf(here), letters]).toEqual(
    statusCode === 303 ? [303, 'confirmed', ['confirmation', 'held']] : [409, 'lapsed', ['held', 'lapsed']],
  )
})

test('whoever waits has their guardian asked at once, and comes in only with both', async () => {
  const here = await youngMeeting({ capacity: 1 })
  const { db, app, signUp } = here
  await signUp({ name: 'Sami', email: 'sami@example.org', birthYear: '2010' })
  await signUp({ ...child, further: 'child' })
  await signUp({ ...child, name: 'Otra', email: 'otra@example.org', guardianEmail: 'juris@example.org' })
  expect([await standingOf(here), await lettersTo(db, anna)]).toEqual(['waiting', ['child-request']])
  await answer(app, await linkIn(db, anna.email), { ...yes, photosText: 'consent.text-1' })
  expect(await standingOf(here)).toBe('waiting')
  const mine = (email: string) => linkIn(db, email, 'mine')
  await answer(app, `${await mine('sami@example.org')}/cancel`, {})
  await answer(app, `${await mine(child.email)}/accept`, {})
  expect(await standingOf(here)).toBe('confirmed')
  await answer(app, `${await mine(child.email)}/cancel`, {})
  await answer(app, `${await mine('otra@example.org')}/accept`, {})
  expect((await registrationBy(db, { email: 'otra@example.org' })).status).toBe('held')
})

for (const [why, details] of Object.entries({
  'kept for long': { keepDays: 365 },
  'waiting for a new date': { status: 'postponed' as const },
}))
  test(`of a child who is ${why}, a yes can be taken back as long as they are known`, async () => {
    const { db, app, url, kickoff } = await held()
    await answer(app, url, { ...yes, photosText: 'consent.text-1', 'photos.web': 'yes' })
    await db.transact((tx) => tx.update(meetings).set(details), { touches: 'everything' })
    app.clock.now = kickoff.endsAt.add({ hours: 300 * 24 })
    expect((await app.inject({ url })).statusCode).toBe(200)
    const none = { answer: 'photos', photosText: 'consent.text-1' }
    expect((await answer(app, url, none)).statusCode).toBe(303)
    const last = (await db.select().from(consents)).filter(({ channel }) => channel === 'web').at(-1)
    expect(last).toMatchObject({ agreed: false, by: 'guardian' })
  })

test('a link that is unknown, or has run out, opens nothing and changes nothing', async () => {
  const { db, app, url, kickoff } = await held()
  const before = await dump(db)
  const said = { ...yes, photosText: 'consent.text-1' }
  for (const foreign of [
    '/child/none',
    url.replace(/.$/, '!'),
    (await linkIn(db, child.email, 'mine')).replace('mine', 'child'),
  ]) {
    expect((await app.inject({ url: foreign })).statusCode).toBe(404)
    for (const deed of ['', '/not-mine']) expect((await answer(app, foreign + deed, said)).statusCode).toBe(404)
  }
  app.clock.now = kickoff.endsAt.add({ hours: 61 * 24 })
  expect((await app.inject({ url })).statusCode).toBe(404)
  expect((await answer(app, url, said)).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
})

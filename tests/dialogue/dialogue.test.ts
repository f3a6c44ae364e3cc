import { expect, test } from 'vitest'
import { letters, voices } from '../../db/schema.ts'
import { publishAnswer } from '../../server/dialogue/answer.ts'
import { forgetVoices } from '../../server/dialogue/forget.ts'
import { giveItems } from '../../server/dialogue/give.ts'
import { remindAnswerers } from '../../server/dialogue/remind.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { writers } from '../../server/letters.ts'
import { erase } from '../../server/my-data/erase.ts'
import { register } from '../../server/registrations/register.ts'
import { cast } from '../cast.ts'
import { now } from '../world.ts'
import { addVoice, config, council, days, voiceBy } from './cast.ts'

test('a question goes from the list to an answerer, to its answer, and to whoever asked', async () => {
  const { db, organiser, answerer, asked, send, see, lettersOf, app } = await council()
  app.clock.now = now.add(days(25))
  const list = await see('/organise/gen-y-city/dialogue', organiser)
  expect(list.body).toContain('Kad būs laternas?')
  const ticked = { [`voice.${asked.id}`]: 'yes', answerer: answerer.id, dueOn: '2027-01-20', deed: 'give' }
  expect((await send(organiser, '/organise/gen-y-city/dialogue/items', ticked)).statusCode).toBe(303)
  expect((await see('/gen-y-city/answers')).body).toContain('by 20 January 2027')

  const [given] = await lettersOf('voices-given')
  expect(given).toMatchObject({ recipient: cast.answerer.email, organiserId: answerer.id })
  const told = given && (await writers['voices-given']?.(db, given, { config, now: app.clock.now }))
  expect(told?.text).toContain('Kad būs laternas?')
  expect(told?.text).not.toContain('elza@example.org')

  const item = `/organise/gen-y-city/answers/${asked.id}`
  expect((await see('/organise/gen-y-city/answers', answerer)).body).toContain(item)
  await send(answerer, item, { 'answer.lv': 'Varbūt.', deed: 'keep' })
  expect((await see('/gen-y-city/answers')).body).not.toContain('Varbūt.')
  expect((await send(answerer, item, { deed: 'publish' })).statusCode).toBe(422)
  for (const _ of [1, 2])
    await send(answerer, item, { 'answer.lv': 'Līdz oktobrim.', 'answer.en': 'By October.', deed: 'publish' })
  expect((await see('/gen-y-city/answers')).body).toContain('By October.')

  const answers = await lettersOf('voice-answered')
  expect(answers.map(({ recipient }) => recipient)).toEqual(['elza@example.org'])
  expect((await voiceBy(db, asked)).email).toBeNull()
  const [letter] = answers
  const read = letter && (await writers['voice-answered']?.(db, letter, { config, now: app.clock.now }))
  expect(read?.text).toContain('Līdz oktobrim.')
})

test('of several given one by one, one letter says all; whoever may no longer answer hears nothing', async () => {
  const { db, project, organiser, answerer, asked, lettersOf } = await council()
  const other = await addVoice({ db, project }, 'Vai būs skeitparks?')
  for (const { id } of [asked, other, asked])
    await giveItems(db, project, { ids: [id], answererId: answerer.id, dueOn: '2026-12-20' }, organiser, now)
  const [letter, ...more] = await lettersOf('voices-given')
  expect(more).toEqual([])
  const written = letter && (await writers['voices-given']?.(db, letter, { config, now }))
  expect(written?.text).toMatch(/skeitparks[\s\S]*laternas|laternas[\s\S]*skeitparks/)
  await publishAnswer(db, project, asked, { lv: 'Jā.' }, answerer, now)
  await publishAnswer(db, project, other, { lv: 'Nē.' }, answerer, now)
  expect(letter && (await writers['voices-given']?.(db, letter, { config, now }))).toBeNull()
})

test('an answerer is reminded once before a date and once after it, in one letter for everything', async () => {
  const { db, project, organiser, answerer, asked, lettersOf } = await council()
  const other = await addVoice({ db, project }, 'Vai būs skeitparks?')
  const ids = [asked.id, other.id]
  await giveItems(db, project, { ids, answererId: answerer.id, dueOn: '2026-12-20' }, organiser, now)
  const sent = async (at: string) => {
    await Promise.all([remindAnswerers(db, Temporal.Instant.from(at)), remindAnswerers(db, Temporal.Instant.from(at))])
    return (await lettersOf('voices-reminder')).length
  }
  expect(await sent('2026-12-16T10:00:00Z')).toBe(0)
  expect(await sent('2026-12-17T05:00:00Z')).toBe(0)
  expect(await sent('2026-12-17T10:00:00Z')).toBe(1)
  expect(await sent('2026-12-20T10:00:00Z')).toBe(1)
  expect(await sent('2026-12-21T10:00:00Z')).toBe(2)
  expect(await sent('2026-12-28T10:00:00Z')).toBe(2)
})

test('an answerer sees what is given to them, and nothing else', async () => {
  const { db, project, organiser, owner, answerer, moderator, outsider, asked, see, send } = await council()
  await giveItems(db, project, { ids: [asked.id], answererId: owner.id }, organiser, now)
  const mine = await addVoice({ db, project }, 'Mans jautājums', { answererId: answerer.id })
  const hidden = await addVoice({ db, project }, 'Paslēpts', { answererId: answerer.id, status: 'hidden' })
  const own = await see('/organise/gen-y-city/answers', answerer)
  expect([own.body.includes('Mans jautājums'), own.body.includes('laternas'), own.body.includes('Paslēpts')]).toEqual([
    ...[true, false, false],
  ])
  const item = (voice: { id: string }) => `/organise/gen-y-city/answers/${voice.id}`
  const statuses = async (who: { id: string }) => {
    const seen = []
    for (const voice of [mine, asked, hidden]) seen.push((await see(item(voice), who)).statusCode)
    return seen
  }
  expect(await statuses(answerer)).toEqual([200, 404, 404])
  expect(await statuses(organiser)).toEqual([200, 200, 200])
  for (const who of [moderator, outsider]) expect(await statuses(who)).toEqual([404, 404, 404])
  expect((await send(answerer, item(asked), { 'answer.lv': 'Nē!', deed: 'publish' })).statusCode).toBe(404)
  expect((await see('/organise/gen-y-city/dialogue', answerer)).statusCode).toBe(404)
  expect((await voiceBy(db, asked)).answeredAt).toBeNull()
})

test('what is said stays text, however it is written', async () => {
  const { see, db, project, organiser, app } = await council()
  await addVoice({ db, project }, '<script>alert(1)</script>', { answeredAt: now, answer: { lv: '<b>Jā</b>' } })
  app.clock.now = now.add(days(25))
  for (const page of [await see('/gen-y-city/answers'), await see('/organise/gen-y-city/dialogue', organiser)]) {
    expect(page.body).toContain('&lt;script&gt;alert(1)')
    expect(page.body).not.toMatch(/<script>alert|<b>Jā/)
  }
})

test('names go with the meeting’s people, addresses after a year, what nobody was shown altogether', async () => {
  const { db, project, kickoff, asked } = await council()
  await addVoice({ db, project }, 'Paslēpts', { meetingId: kickoff.id, status: 'hidden' })
  const aloud = { meetingId: kickoff.id, spokenAt: kickoff.startsAt, email: 'sami@example.org' }
  await addVoice({ db, project }, 'Atbildēts zālē', { ...aloud, createdAt: now.add({ seconds: 1 }) })
  const said = async () =>
    (await db.select().from(voices).orderBy(voices.createdAt)).map(({ text, name, email }) => [text, name, email])
  await forgetVoices(db, kickoff.endsAt.add(days(29)))
  expect(await said()).toHaveLength(3)
  await forgetVoices(db, kickoff.endsAt.add(days(31)))
  const spoken = ['Atbildēts zālē', null, null]
  expect(await said()).toEqual([[asked.text, null, 'elza@example.org'], spoken])
  await forgetVoices(db, now.add(days(366)))
  expect(await said()).toEqual([[asked.text, null, null], spoken])
})

test('whoever has their registration erased is wiped from what they asked too', async () => {
  const { db, project, kickoff, pupils, asked, app } = await council()
  const elza = { name: 'Elza', email: 'Elza@example.org', groupId: pupils.id, locale: 'lv' as const }
  const { registration } = await register(db, project, kickoff, elza, now)
  await erase(db, filesInFolder(app.config.dataDir), project, kickoff, registration, now)
  expect(await voiceBy(db, asked)).toMatchObject({ text: asked.text, name: null, email: null })
})

test('whoever was given something that nobody had looked at hears of it once it is shown', async () => {
  const { db, project, organiser, answerer, send, lettersOf } = await council()
  const waits = await addVoice({ db, project }, 'Vai būs skeitparks?', { status: 'waiting' })
  const ticked = { [`voice.${waits.id}`]: 'yes' }
  const items = '/organise/gen-y-city/dialogue/items'
  await send(organiser, items, { ...ticked, answerer: answerer.id, deed: 'give' })
  const write = async (letter?: typeof letters.$inferSelect) =>
    letter && (await writers['voices-given']?.(db, letter, { config, now }))
  expect(await write((await lettersOf('voices-given'))[0])).toBeNull()
  await db.transact((tx) => tx.update(letters).set({ endedAt: now }), { touches: 'nothing' })
  for (const _ of [1, 2]) await send(organiser, items, { ...ticked, deed: 'show' })
  const after = await lettersOf('voices-given')
  expect(after).toHaveLength(2)
  expect((await write(after.find(({ endedAt }) => endedAt === null)))?.text).toContain('Vai būs skeitparks?')
})

test('what was never shown becomes no public promise, and an answer that everybody reads stays one', async () => {
  const { db, project, organiser, asked, send, see } = await council()
  const rude = await addVoice({ db, project }, 'Anna no 9.b ir muļķe', { status: 'waiting' })
  const promise = async ({ id }: { id: string }) =>
    await send(organiser, `/organise/gen-y-city/answers/${id}/promise`, { 'will.lv': 'Darīsim', deed: 'publish' })
  expect((await promise(rude)).statusCode).toBe(404)
  expect((await see('/gen-y-city/commitments')).body).not.toContain('Anna')
  expect((await promise(asked)).statusCode).toBe(303)

  await publishAnswer(db, project, asked, { lv: 'Jā.' }, organiser, now)
  const item = `/organise/gen-y-city/answers/${asked.id}`
  expect((await send(organiser, item, { deed: 'keep' })).statusCode).toBe(422)
  expect((await voiceBy(db, asked)).answer).toEqual({ lv: 'Jā.' })
})

import { expect, test } from 'vitest'
import { eq, isNull } from '../../db/drizzle.ts'
import {
  checkIns,
  history,
  meetings,
  storyFeedback,
  surveyAnswers,
  surveyLinks,
  unsubscribed,
} from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { writers } from '../../server/letters.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { askWhoCame } from '../../server/survey/ask.ts'
import { forgetSurveys } from '../../server/survey/forget.ts'
import { addressHash } from '../../server/unsubscribe/unsubscribed.ts'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { write } from '../numbers/cast.ts'
import { addSpeaker, linkOf } from '../speakers/cast.ts'
import { testApp } from '../world.ts'
import { held, hours, marks, results } from './cast.ts'

test('whoever came is asked once, in one letter, two hours after the meeting; of a class whoever brought it', async () => {
  const { db, project, kickoff, after, written } = await held()
  await write(db, (tx) =>
    tx
      .insert(unsubscribed)
      .values({ projectId: project.id, addressHash: addressHash('guest5@example.org'), at: after }),
  )
  await askWhoCame(db, kickoff.endsAt.add(hours(1)))
  expect(await written()).toEqual([])
  for (let twice = 0; twice < 2; twice++) await askWhoCame(db, after)
  await askWhoCame(db, after.add(hours(24)))
  const to = (await written()).map(({ recipient }) => recipient).sort()
  expect(to).toEqual([...[0, 1, 2, 3, 4].map((one) => `guest${one}@example.org`), 'teacher@example.org'])
  const [letter, ...others] = await written()
  const config = { publicUrl: 'https://kopa.example.org', mailFrom: 'kopa@example.org', readsMail: false }
  const posted = letter && (await writers.survey?.(db, letter, { config, now: after }))
  expect(posted?.subject).toBe('How was it? Kick-off')
  expect(posted?.text).toContain(`https://kopa.example.org/survey/${letter?.token}`)
  expect(posted?.headers?.['List-Unsubscribe']).toContain('/unsubscribe/')
  const toTeacher = others.find(({ recipient }) => recipient === 'teacher@example.org')
  const other = toTeacher && (await writers.survey?.(db, toTeacher, { config, now: after }))
  expect(other?.text).toContain('Thank you for bringing your class')
})

test('where the survey is off nobody is asked, and organisers switch it, each once', async () => {
  const { db, after, asOrganiser, written } = await held()
  for (let twice = 0; twice < 2; twice++) await asOrganiser(`${results}/off`, 'POST')
  await askWhoCame(db, after)
  expect(await written()).toEqual([])
  await asOrganiser(`${results}/on`, 'POST')
  await askWhoCame(db, after)
  expect(await written()).toHaveLength(7)
  const deeds = (await db.select().from(history)).map(({ deed }) => deed).filter((deed) => deed.startsWith('survey'))
  expect(deeds.sort()).toEqual(['survey.off', 'survey.on'])
})

test('an answer is kept once, without a trace of whose it is', async () => {
  const { db, kickoff, after, get, post, written, slot, app } = await held()
  await askWhoCame(db, after)
  const [letter] = await written()
  const url = `/survey/${letter?.token}`
  const page = (await get(url)).body
  expect(page).toContain('Solyanka')
  const wrong = await post(url, { ...marks, 'marks.heard': '6', liked: 'The soup' })
  expect([wrong.statusCode, wrong.body.includes('The soup')]).toEqual([422, true])
  const said = {
    ...marks,
    liked: 'The soup',
    [`stories.${slot.id}`]: 'Thank you, Elīna!',
    'stories.other': 'No such story',
  }
  app.clock.now = after.add(hours(2))
  for (let twice = 0; twice < 2; twice++) expect((await post(url, said)).statusCode).toBe(303)
  expect((await get(url)).body).toContain('Thank you for telling us!')
  const [answer, ...more] = await db.select().from(surveyAnswers)
  expect([answer, more]).toMatchObject([
    { marks: { overall: 5, heard: 4, again: 3 }, liked: 'The soup', missed: '', on: '2026-12-13' },
    [],
  ])
  expect((await db.select().from(storyFeedback)).map(({ text, slotId }) => [text, slotId])).toEqual([
    ['Thank you, Elīna!', slot.id],
  ])
  const links = await db.select().from(surveyLinks)
  const used = links.filter(({ usedAt }) => usedAt !== null)
  expect(used).toMatchObject([{ registrationId: letter?.registrationId, usedAt: kickoff.endsAt }])
  const at = String(app.clock.now.epochMilliseconds)
  expect(
    Object.values(await dump(db))
      .join('\n')
      .split(at),
  ).toHaveLength(1)
  expect(Object.keys(answer ?? {}).sort()).toEqual(['id', 'liked', 'marks', 'meetingId', 'missed', 'on'])
  app.clock.now = after.add(hours(24 * 14))
  expect((await get(url)).statusCode).toBe(404)
})

test('organisers see results from five answers on, and nothing of what is said to speakers', async () => {
  const { db, after, post, asOrganiser, written, slot } = await held()
  await askWhoCame(db, after)
  const sent = await written()
  for (const [at, { token }] of sent.entries()) {
    const page = (await asOrganiser()).body
    expect([at, page.includes('Answers are shown once there are at least 5'), page.includes('Text number')]).toEqual([
      at,
      at < 5,
      at >= 5,
    ])
    await post(`/survey/${token}`, { ...marks, missed: `Text number ${at}`, [`stories.${slot.id}`]: `Private ${at}` })
  }
  const page = (await asOrganiser()).body
  expect(page).toContain('7 answers. Nobody knows whose.')
  expect(page).toContain('4 on average')
  expect(page).not.toContain('Private')
  expect(page).not.toContain('example.org')
})

test('a speaker sees what was said to them, and organisers only what the speaker reports', async () => {
  const { db, kickoff, project, after, get, post, asOrganiser, written, slot, speaker } = await held()
  const other = await addSpeaker(db, project, { name: 'Cits', email: 'cits@example.org' })
  await askWhoCame(db, after)
  const [one, two] = await written()
  await post(`/survey/${one?.token}`, { ...marks, [`stories.${slot.id}`]: 'What a story' })
  await post(`/survey/${two?.token}`, { ...marks, [`stories.${slot.id}`]: 'Something <b>unkind</b>' })
  const link = `/speaker/${await linkOf(db, speaker, kickoff, after)}`
  const [mine, theirs] = [
    (await get(link)).body,
    (await get(`/speaker/${await linkOf(db, other, kickoff, after)}`)).body,
  ]
  expect([mine.includes('What a story'), mine.includes('&lt;b&gt;unkind'), theirs.includes('What a story')]).toEqual([
    true,
    true,
    false,
  ])
  const unkind = (await db.select().from(storyFeedback)).find(({ text }) => text.startsWith('Something'))
  const report = await post(`${link}/feedback/${unkind?.id}/report`)
  expect([report.statusCode, (await post(`${link}/feedback/${unkind?.id}/report`)).statusCode]).toEqual([303, 404])
  expect((await get(link)).body).not.toContain('unkind')
  const page = (await asOrganiser()).body
  expect([page.includes('Something &lt;b&gt;unkind'), page.includes('What a story')]).toEqual([true, false])
})

test('what is said to a speaker stands on their own page, and on no other of those that anybody can open', async () => {
  const { db, publicPages, organiserPages, headers, ids } = await fullWorld({ size: 2 })
  const said = 'Only for whoever told it'
  await write(db, (tx) => tx.update(storyFeedback).set({ text: said }).where(isNull(storyFeedback.reportedAt)))
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const files = ['numbers.csv', 'kickoff/registrations.json', 'kickoff/registrations.csv']
  const kept = [...files.map((file) => `/organise/gen-y-city/${file}`), `/mine/${ids.token}/data.json`]
  const shown: string[] = []
  for (const url of [...publicPages, ...organiserPages, ...kept]) {
    const { statusCode, body } = await app.inject({ url, headers })
    expect([url, statusCode]).toEqual([url, 200])
    if (body.includes(said)) shown.push(url)
  }
  expect(shown).toEqual([expect.stringMatching(/^\/speaker\/[^/]+$/)])
})

test('links go with those who were asked, words a year after the meeting, and the marks stay', async () => {
  const { db, kickoff, after, post, written, slot } = await held()
  await askWhoCame(db, after)
  const [letter] = await written()
  await post(`/survey/${letter?.token}`, { ...marks, liked: 'The soup', [`stories.${slot.id}`]: 'Thanks' })
  await write(db, (tx) => tx.update(meetings).set({ keepDays: 2 }))
  await forgetPeople(db, filesInFolder('/nonexistent'), kickoff.endsAt.add(hours(24 * 3)))
  expect(await db.select().from(surveyLinks)).toEqual([])
  await forgetSurveys(db, kickoff.endsAt.add(hours(24 * 365)))
  expect(await db.select().from(storyFeedback)).toHaveLength(1)
  await forgetSurveys(db, kickoff.endsAt.add(hours(24 * 366)))
  expect(await db.select().from(storyFeedback)).toEqual([])
  expect(await db.select().from(surveyAnswers)).toMatchObject([
    { liked: '', missed: '', marks: { overall: 5, heard: 4, again: 3 } },
  ])
  expect(await db.select().from(checkIns)).not.toEqual([])
})

test('whoever did not come after all, or is asked no longer, gets no letter and says nothing', async () => {
  const { db, after, post, asOrganiser, written } = await held()
  await askWhoCame(db, after)
  const [mistaken, other] = await written()
  const config = { publicUrl: 'https://kopa.example.org', mailFrom: 'kopa@example.org', readsMail: false }
  const told = async (letter = mistaken) => letter && (await writers.survey?.(db, letter, { config, now: after }))
  expect(await told()).not.toBeNull()
  await write(db, (tx) => tx.delete(checkIns).where(eq(checkIns.registrationId, `${mistaken?.registrationId}`)))
  expect(await told()).toBeNull()
  expect((await post(`/survey/${mistaken?.token}`, marks)).statusCode).toBe(404)
  await asOrganiser(`${results}/off`, 'POST')
  expect(await told(other)).toBeNull()
  expect((await post(`/survey/${other?.token}`, marks)).statusCode).toBe(404)
  expect(await db.select().from(surveyAnswers)).toEqual([])
  await asOrganiser(`${results}/on`, 'POST')
  expect((await post(`/survey/${other?.token}`, marks)).statusCode).toBe(303)
  expect(await db.select().from(surveyAnswers)).toHaveLength(1)
})

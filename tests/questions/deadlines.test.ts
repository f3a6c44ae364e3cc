import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { answerFiles, answers, letters, type Meeting, meetings, registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { withNewFile } from '../../server/files/new-file.ts'
import { writers } from '../../server/letters.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { answerWithFile } from '../../server/questions/answer-with-file.ts'
import { forgetAnswers } from '../../server/questions/forget-answers.ts'
import { keepAnswers } from '../../server/questions/keep-answers.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { questionsReminder, remindOfQuestions } from '../../server/questions/remind.ts'
import { retireQuestion } from '../../server/questions/retire-question.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { config } from '../mail/config.ts'
import { pdf } from '../slides/papers.ts'
import { now, world } from '../world.ts'
import { ask } from './cast.ts'

async function place(meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const answer = async ({ question, wording }: AskedQuestion, text = 'x') => {
    const given = { questionId: question.id, wordingId: wording.id, value: { text } }
    await db.transact((tx) => keepAnswers(tx, registration, [given], now), { touches: 'nothing' })
  }
  const due = kickoff.startsAt.subtract({ hours: 90 })
  return { ...here, registration, answer, due }
}

async function reminded(db: Database): Promise<string[]> {
  const rows = await db.select().from(letters).where(eq(letters.kind, questionsReminder))
  return rows.map(({ recipient }) => recipient).sort()
}

async function written(db: Database, kind: string, at: Temporal.Instant) {
  const [letter] = await db.select().from(letters).where(eq(letters.kind, kind))
  return letter ? ((await writers[kind]?.(db, letter, { config, now: at })) ?? null) : null
}

test('the confirmation says that something is still asked, how much, and where', async () => {
  const here = await place()
  const asked = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place' })
  const letter = await written(here.db, 'confirmation', now)
  expect(letter?.text).toMatch(
    /The organisers have 1 question for you:\nhttps:\/\/kopa\.example\.org\/mine\/\S+\/questions/,
  )
  expect(letter?.text).not.toContain('Alerģijas')
  await here.answer(asked)
  expect((await written(here.db, 'confirmation', now))?.text).not.toContain('question for you')
})

test('whoever has not answered what must be answered is reminded once, some days before', async () => {
  const here = await place()
  await register(here.db, here.project, here.kickoff, { ...sami, groupId: here.pupils.id }, now)
  const asked = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place', required: true })
  await here.answer(asked)
  await remindOfQuestions(here.db, here.kickoff.startsAt.subtract({ hours: 97 }))
  expect(await reminded(here.db)).toEqual([])
  await Promise.all([remindOfQuestions(here.db, here.due), remindOfQuestions(here.db, here.due)])
  await remindOfQuestions(here.db, here.due.add({ hours: 48 }))
  expect(await reminded(here.db)).toEqual([sami.email])
  const letter = await written(here.db, questionsReminder, here.due)
  expect(letter?.subject).toBe('Vēl gaidām tavas atbildes: Atklāšana')
  expect(letter?.text).toMatch(/\/mine\/\S+\/questions/)
  expect(letter?.text).not.toContain('Alerģijas')
})

test.each<[string, (here: Awaited<ReturnType<typeof place>>, asked: AskedQuestion) => Promise<unknown>]>([
  ['who has answered', async ({ answer }, asked) => await answer(asked)],
  [
    'who gave the place back',
    async (here) => await cancel(here.db, here.project, here.kickoff, here.registration, now),
  ],
  [
    'whose meeting is called off',
    async (here) => await cancelMeeting(here.db, here.project, here.kickoff, here.owner, now),
  ],
  [
    'of whom it is asked no more',
    async (here, { question }) =>
      await retireQuestion(here.db, { project: here.project, meeting: here.kickoff }, question, here.owner, now),
  ],
])('nobody is reminded %s, nor is a reminder on its way posted', async (_, happen) => {
  const here = await place()
  const asked = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place', required: true })
  await remindOfQuestions(here.db, here.due)
  await happen(here, asked)
  expect(await written(here.db, questionsReminder, here.due)).toBeNull()
  await here.db.transact((tx) => tx.delete(letters), { touches: 'nothing' })
  await remindOfQuestions(here.db, here.due)
  expect(await reminded(here.db)).toEqual([])
})

test('nobody is reminded of what may stay open, what waits for a place, or a day after the place came', async () => {
  const here = await place()
  await ask(here, 'text', 'Vēl kas?', { asked: 'with-place' })
  await remindOfQuestions(here.db, here.due)
  await ask(here, 'text', 'Alerģijas?', { asked: 'with-place', required: true })
  const set = async (columns: Partial<typeof registrations.$inferInsert>) =>
    await here.db.transact((tx) => tx.update(registrations).set(columns), { touches: 'everything' })
  await set({ status: 'waiting' })
  await remindOfQuestions(here.db, here.due)
  await set({ status: 'confirmed', statusAt: here.due.subtract({ hours: 23 }) })
  await remindOfQuestions(here.db, here.due)
  expect(await reminded(here.db)).toEqual([])
})

test('answers that are kept for a shorter time go on their day, with their files; the others stay', async () => {
  const here = await place()
  const dataDir = freshFolder()
  const short = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place', keepDays: 3 })
  const long = await ask(here, 'text', 'Kura skola?')
  const paper = await ask(here, 'file', 'Atļauja?', { keepDays: 5 })
  await here.answer(short)
  await here.answer(long)
  const held = { project: here.project, meeting: here.kickoff, registration: here.registration }
  await withNewFile(join(dataDir, 'answers'), async (path) => {
    await writeFile(path, pdf())
    await answerWithFile(here.db, filesInFolder(dataDir), held, paper.question, { path, name: 'a.pdf', hash: 'a' }, now)
  })
  const left = async (days: number) => {
    await forgetAnswers(here.db, filesInFolder(dataDir), here.kickoff.endsAt.add({ hours: 24 * days, minutes: 1 }))
    return (await here.db.select().from(answers)).map(({ questionId }) => questionId).sort()
  }
  const ids = [short, long, paper].map(({ question }) => question.id)
  expect(await left(2)).toEqual([...ids].sort())
  expect(await left(3)).toEqual([ids[1] ?? '', ids[2] ?? ''].sort())
  expect(await readdir(join(dataDir, 'answers'))).toHaveLength(1)
  expect(await left(5)).toEqual([ids[1]])
  expect([await here.db.select().from(answerFiles), await readdir(join(dataDir, 'answers'))]).toEqual([[], []])
})

test('no question keeps its answers longer than the meeting keeps its people, nor loses them while it is postponed', async () => {
  const here = await place({ keepDays: 10 })
  const asked = await ask(here, 'text', 'Alerģijas?', { asked: 'with-place', keepDays: 9 })
  await here.answer(asked)
  const change = async (columns: Partial<typeof meetings.$inferInsert>) =>
    await here.db.transact((tx) => tx.update(meetings).set(columns), { touches: 'everything' })
  await change({ status: 'postponed' })
  await forgetAnswers(here.db, filesInFolder(freshFolder()), here.kickoff.endsAt.add({ hours: 24 * 30 }))
  expect(await here.db.select().from(answers)).toHaveLength(1)
  await change({ status: 'published', keepDays: 2 })
  await forgetAnswers(here.db, filesInFolder(freshFolder()), here.kickoff.endsAt.add({ hours: 24 * 2 + 1 }))
  expect(await here.db.select().from(answers)).toEqual([])
})

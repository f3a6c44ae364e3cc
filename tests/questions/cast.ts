import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type QuestionKind, registrations } from '../../db/schema.ts'
import { addQuestion } from '../../server/questions/add-question.ts'
import type { AnswerValue } from '../../server/questions/answer-value.ts'
import { keepAnswers } from '../../server/questions/keep-answers.ts'
import type { QuestionInput } from '../../server/questions/objections.ts'
import { type AskedQuestion, questionsOf } from '../../server/questions/queries.ts'
import { now } from '../world.ts'

type Here = { db: Database; project: Project; kickoff: Meeting; owner: Organiser }

/** What organisers say when they say nothing special. */
export function input(label: string, details: Partial<QuestionInput> = {}): QuestionInput {
  return {
    label: { lv: label },
    hint: {},
    options: [],
    required: false,
    asked: 'at-sign-up',
    onlyIf: null,
    visibleTo: ['organiser'],
    keepDays: null,
    ...details,
  }
}

export const eaten = [
  { id: 'veg', label: { lv: 'Veģetāri', en: 'Vegetarian' } },
  { id: 'all', label: { lv: 'Visu' } },
]

/** Adds a question and returns it as it is then. */
export async function ask(
  { db, project, kickoff, owner }: Here,
  kind: QuestionKind,
  label: string,
  details: Partial<QuestionInput> = {},
  at = now,
): Promise<AskedQuestion> {
  const options = kind === 'choice' || kind === 'choices' ? eaten : []
  const asked = kind === 'file' ? 'with-place' : 'at-sign-up'
  await addQuestion(db, { project, meeting: kickoff }, kind, input(label, { options, asked, ...details }), owner, at)
  const all = await questionsOf(db, kickoff)
  const made = all.at(-1)
  if (!made) throw new Error('no question')
  return made
}

/** What a full meeting asks: a question of every kind, one of them hanging on another. */
export async function askEverything(here: Here, label: string, at = now): Promise<AskedQuestion> {
  const both = { lv: label, en: label }
  const words = { label: both, hint: both }
  const first = await ask(here, 'yes-no', label, words, at)
  const onlyIf = { questionId: first.question.id, answers: ['yes'] }
  const options = ['a', 'b'].map((id) => ({ id, label: both }))
  await ask(here, 'text', label, { ...words, onlyIf }, at)
  await ask(here, 'long-text', label, words, at)
  await ask(here, 'choice', label, { ...words, options }, at)
  await ask(here, 'choices', label, { ...words, options, asked: 'with-place', keepDays: 7, visibleTo: [] }, at)
  await ask(here, 'number', label, words, at)
  await ask(here, 'date', label, words, at)
  await ask(here, 'file', label, { ...words, visibleTo: ['organiser', 'door'] }, at)
  return first
}

/** Whoever has a place at the meeting answers everything that is not a file. */
export async function answerEverything(db: Database, meeting: Meeting, word: string, at = now): Promise<void> {
  const people = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  const placed = people.filter(({ status }) => status === 'confirmed')
  const all = (await questionsOf(db, meeting)).filter(({ question }) => question.kind !== 'file')
  const answered = all.map(({ question: { id, kind }, wording }) => ({
    ...{ questionId: id, wordingId: wording.id, value: valueFor(kind, wording.options[0]?.id ?? '', word) },
  }))
  for (const person of placed)
    await db.transact((tx) => keepAnswers(tx, person, answered, at), { touches: 'everything' })
}

function valueFor(kind: QuestionKind, option: string, word: string): AnswerValue {
  if (kind === 'yes-no') return { chosen: ['yes'] }
  if (kind === 'choice' || kind === 'choices') return { chosen: [option] }
  if (kind === 'number') return { number: 3 }
  return kind === 'date' ? { date: '2010-02-28' } : { text: word }
}

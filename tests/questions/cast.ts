import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, QuestionKind } from '../../db/schema.ts'
import { addQuestion } from '../../server/questions/add-question.ts'
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

/** Every kind, one hanging on another, one retired would be: what a full meeting asks. */
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
  await ask(here, 'file', label, words, at)
  return first
}

import type { Reads } from '../../db/open.ts'
import type { Answer, AnswerFile } from '../../db/schema.ts'
import type { Typed } from '../forms.ts'
import type { Held } from '../registrations/queries.ts'
import { meets } from './answer-form.ts'
import { type AnswerValue, answerValue } from './answer-value.ts'
import { awaitedQuestions } from './open-questions.ts'
import { putTo, seatsCounted } from './put-to.ts'
import { type AskedQuestion, answersOf, filesOf, questionsOf } from './queries.ts'

/** What somebody registered is asked, and what they have answered. */
export type OwnQuestions = {
  asked: AskedQuestion[]
  answers: Answer[]
  /** What is still waited for. */
  open: AskedQuestion[]
  seats: number | null
}

/** A question for a file, and the one that answers it. */
export type FileAsked = AskedQuestion & { file: AnswerFile | null }

export async function ownQuestions(db: Reads, { meeting, registration }: Omit<Held, 'project'>): Promise<OwnQuestions> {
  const asked = putTo(await questionsOf(db, meeting), registration)
  const answers = asked.length > 0 ? ((await answersOf(db, [registration])).get(registration.id) ?? []) : []
  return { asked, answers, open: awaitedQuestions(asked, answers), seats: seatsCounted(registration) }
}

/** Files are asked for by themselves, once it is known for whom. */
export async function filesAsked(db: Reads, held: Held, { asked, answers }: OwnQuestions): Promise<FileAsked[]> {
  const known = new Map(answers.map((answer) => [answer.questionId, answerValue(answer)]))
  const wanted = asked.filter(({ question }) => question.kind === 'file' && meets(question.onlyIf, known))
  const files = wanted.length > 0 ? await filesOf(db, held.registration) : []
  return wanted.map((one) => ({ ...one, file: files.find(({ questionId }) => questionId === one.question.id) ?? null }))
}

/** Answers as they would have been typed; those to other words than the present are not put into their mouth. */
export function typedAnswers({ asked, answers }: OwnQuestions): Typed {
  const current = answers.filter(({ wordingId }) => asked.some(({ wording }) => wording.id === wordingId))
  return Object.assign({}, ...current.map((answer) => typedAnswer(answer.questionId, answerValue(answer), asked)))
}

export function answeredEarlier({ asked, answers }: OwnQuestions) {
  const earlier = asked.flatMap(({ question, wordings, wording }) => {
    const answer = answers.find(({ questionId }) => questionId === question.id)
    const put = wordings.find(({ id }) => id === answer?.wordingId)
    return answer && put && put !== wording
      ? [[question.id, { wording: put, value: answerValue(answer) }] as const]
      : []
  })
  return new Map(earlier)
}

function typedAnswer(id: string, value: AnswerValue, asked: readonly AskedQuestion[]): Typed {
  const name = `answers.${id}`
  if ('text' in value) return { [name]: value.text }
  if ('number' in value) return { [name]: String(value.number) }
  if ('date' in value) return { [name]: value.date }
  if ('file' in value) return {}
  if ('counts' in value)
    return Object.fromEntries(
      Object.entries(value.counts).map(([option, people]) => [`${name}.${option}`, String(people)]),
    )
  const isSeveral = asked.some(({ question }) => question.id === id && question.kind === 'choices')
  return Object.fromEntries(value.chosen.map((option) => (isSeveral ? [`${name}.${option}`, 'yes'] : [name, option])))
}

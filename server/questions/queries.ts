import { and, asc, count, eq, given, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import {
  type Answer,
  type AnswerFile,
  answerFiles,
  answers,
  type Question,
  questions,
  registrations,
  type Wording,
  wordings,
} from '../../db/schema.ts'

/** A question with all it was ever put as, the first wording first. */
export type AskedQuestion = { question: Question; wordings: Wording[]; wording: Wording }

/** All of a meeting in their order, those no longer put too. */
export async function questionsOf(db: Reads, meeting: { id: string }): Promise<AskedQuestion[]> {
  const rows = await prepared(db, all).execute({ meeting: meeting.id })
  const each = Map.groupBy(rows, ({ question }) => question.id)
  return [...each.values()].flatMap((its) => {
    const last = its.at(-1)
    return last ? [{ ...last, wordings: its.map(({ wording }) => wording) }] : []
  })
}

const all = (db: Reads) =>
  db
    .select({ question: questions, wording: wordings })
    .from(questions)
    .innerJoin(wordings, eq(wordings.questionId, questions.id))
    .where(eq(questions.meetingId, given('meeting')))
    .orderBy(asc(questions.position), asc(questions.id), asc(wordings.number))

/** How many have answered, by the id of the question; none of those that nobody has. */
export async function answeredIn(db: Reads, meeting: { id: string }): Promise<Map<string, number>> {
  const rows = await db
    .select({ questionId: answers.questionId, people: count() })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eq(questions.meetingId, meeting.id))
    .groupBy(answers.questionId)
  return new Map(rows.map(({ questionId, people }) => [questionId, people]))
}

/** By the id of the registration; at most some hundreds of people at once, a statement takes only so many values. */
export async function answersOf(db: Reads, people: readonly { id: string }[]): Promise<Map<string, Answer[]>> {
  const ids = people.map(({ id }) => id)
  const rows = ids.length > 0 ? await db.select().from(answers).where(inArray(answers.registrationId, ids)) : []
  return Map.groupBy(rows, ({ registrationId }) => registrationId)
}

/** Of everybody who ever registered, whatever became of it. */
export async function answersIn(db: Reads, meeting: { id: string }): Promise<Map<string, Answer[]>> {
  const rows = await db
    .select({ answer: answers })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eq(questions.meetingId, meeting.id))
  const its = rows.map(({ answer }) => answer)
  return Map.groupBy(its, ({ registrationId }) => registrationId)
}

/** Of those who come, by the id of the question. */
export async function answersOfComers(db: Reads, meeting: { id: string }): Promise<Map<string, Answer[]>> {
  const rows = await db
    .select({ answer: answers })
    .from(answers)
    .innerJoin(registrations, eq(registrations.id, answers.registrationId))
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.status, 'confirmed')))
    .orderBy(asc(registrations.arrival))
  const its = rows.map(({ answer }) => answer)
  return Map.groupBy(its, ({ questionId }) => questionId)
}

export async function filesOf(db: Reads, registration: { id: string }): Promise<AnswerFile[]> {
  return await db.select().from(answerFiles).where(eq(answerFiles.registrationId, registration.id))
}

export async function filesOfComers(db: Reads, meeting: { id: string }): Promise<AnswerFile[]> {
  const rows = await db
    .select({ file: answerFiles })
    .from(answerFiles)
    .innerJoin(registrations, eq(registrations.id, answerFiles.registrationId))
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.status, 'confirmed')))
  return rows.map(({ file }) => file)
}

/** A file that answers a question of this meeting, with who sent it. */
export async function fileIn(db: Reads, meeting: { id: string }, id: string) {
  const [found] = await db
    .select({ file: answerFiles, question: questions, registration: registrations })
    .from(answerFiles)
    .innerJoin(questions, eq(questions.id, answerFiles.questionId))
    .innerJoin(registrations, eq(registrations.id, answerFiles.registrationId))
    .where(and(eq(answerFiles.id, id), eq(questions.meetingId, meeting.id)))
  return found ?? null
}

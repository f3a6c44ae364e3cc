import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type AnswerFile, answerFiles, answers, type Registration, wordings } from '../../db/schema.ts'
import type { Answered } from './answer-form.ts'
import { type AnswerValue, storedValue } from './answer-value.ts'

type Kept = Answered & { value: AnswerValue }

/** Writes down what was answered, and takes back what was not; the files that went with that are returned, to be removed. */
export async function keepAnswers(
  tx: Tx,
  registration: Pick<Registration, 'id'>,
  answered: readonly Answered[],
  now: Temporal.Instant,
): Promise<AnswerFile[]> {
  const taken = answered.filter(({ value }) => value === null).map(({ questionId }) => questionId)
  const given = answered.filter((one): one is Kept => one.value !== null)
  for (const one of await stillThere(tx, given)) await keep(tx, registration, one, now)
  if (taken.length === 0) return []
  const its = and(eq(answers.registrationId, registration.id), inArray(answers.questionId, taken))
  await tx.delete(answers).where(its)
  const files = and(eq(answerFiles.registrationId, registration.id), inArray(answerFiles.questionId, taken))
  return await tx.delete(answerFiles).where(files).returning()
}

/** A question may have been deleted while somebody was answering it. */
async function stillThere(tx: Tx, given: readonly Kept[]): Promise<Kept[]> {
  if (given.length === 0) return []
  const ids = given.map(({ wordingId }) => wordingId)
  const rows = await tx.select({ id: wordings.id }).from(wordings).where(inArray(wordings.id, ids))
  return given.filter(({ wordingId }) => rows.some(({ id }) => id === wordingId))
}

async function keep(tx: Tx, { id }: Pick<Registration, 'id'>, { value, ...one }: Kept, now: Temporal.Instant) {
  const row = { wordingId: one.wordingId, value: storedValue(value), at: now }
  await tx
    .insert(answers)
    .values({ ...row, registrationId: id, questionId: one.questionId })
    .onConflictDoUpdate({ target: [answers.registrationId, answers.questionId], set: row })
}

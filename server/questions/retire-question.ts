import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Organiser, questions } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { changeQuestions, type Where } from './change-questions.ts'
import { hangingOn, objections } from './objections.ts'
import { answeredIn } from './queries.ts'

/** Puts a question to nobody any more; its answers stay. One that others hang on is still needed. */
export async function retireQuestion(
  db: Database,
  where: Where,
  { id }: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all) => {
    const { question, wording } = all.find((one) => one.question.id === id) ?? notFound()
    if (question.retiredAt) return null
    if (hangingOn(all, question).some(({ retiredAt }) => !retiredAt)) throw new Refusal('questions.others-hang')
    await tx.update(questions).set({ retiredAt: now }).where(eq(questions.id, id))
    return { deed: 'question.retired', about: wording.label }
  })
}

/** Puts a retired question again, behind the others; only if what it hangs on is asked too. */
export async function bringBackQuestion(
  db: Database,
  where: Where,
  { id }: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all) => {
    const own = all.find((one) => one.question.id === id) ?? notFound()
    if (!own.question.retiredAt) return null
    const others = all.filter((one) => one !== own)
    if (objections(others, { ...own.question, ...own.wording }, null).length > 0)
      throw new Refusal('questions.condition-gone')
    const position = Math.max(0, ...all.map(({ question }) => question.position)) + 1
    await tx.update(questions).set({ retiredAt: null, position }).where(eq(questions.id, id))
    return { deed: 'question.brought-back', about: own.wording.label }
  })
}

/** Removes a question that nobody has answered, and that no other hangs on. */
export async function deleteQuestion(
  db: Database,
  where: Where,
  { id }: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all, meeting) => {
    const own = all.find((one) => one.question.id === id)
    if (!own) return null
    if ((await answeredIn(tx, meeting)).has(id)) throw new Refusal('questions.is-answered')
    if (hangingOn(all, own.question).length > 0) throw new Refusal('questions.others-hang')
    await tx.delete(questions).where(eq(questions.id, id))
    return { deed: 'question.deleted', about: own.wording.label }
  })
}

import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Organiser, questions } from '../../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { changeQuestions, type Where } from './change-questions.ts'
import type { AskedQuestion } from './queries.ts'

/** Up or down past one other; never past one that it hangs on, or that hangs on it. */
export async function moveQuestion(
  db: Database,
  where: Where,
  { id }: { id: string },
  to: 'up' | 'down',
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all) => {
    const { own, other } = passed(all, id, to)
    if (!own || !other) return null
    if (hang(own, other)) throw new Refusal('questions.order-needed')
    const places = [
      [own, other],
      [other, own],
    ] as const
    for (const [one, { question }] of places)
      await tx.update(questions).set({ position: question.position }).where(eq(questions.id, one.question.id))
    return { deed: 'question.moved', about: own.wording.label }
  })
}

/** Whether it can go there. */
export function canMove(all: readonly AskedQuestion[], id: string, to: 'up' | 'down'): boolean {
  const { own, other } = passed(all, id, to)
  return own !== undefined && other !== undefined && !hang(own, other)
}

function passed(all: readonly AskedQuestion[], id: string, to: 'up' | 'down') {
  const put = all.filter(({ question }) => !question.retiredAt)
  const place = put.findIndex(({ question }) => question.id === id)
  return { own: put[place], other: place < 0 ? undefined : put[place + (to === 'up' ? -1 : 1)] }
}

function hang({ question: one }: AskedQuestion, { question: other }: AskedQuestion): boolean {
  return one.onlyIf?.questionId === other.id || other.onlyIf?.questionId === one.id
}

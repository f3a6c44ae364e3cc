import type { Reads } from '../../../db/open.ts'
import type { Role } from '../../../db/schema.ts'
import { mayRead } from '../../questions/may-read.ts'
import { type AskedQuestion, questionsOf } from '../../questions/queries.ts'
import type { Look } from './look.ts'

/** The meeting's questions whose answers somebody in that role may see. */
export async function readableQuestions(db: Reads, meeting: { id: string }, role: Role): Promise<AskedQuestion[]> {
  return (await questionsOf(db, meeting)).filter(({ question }) => mayRead(role, question))
}

/** Those among them that have answers to choose from, which a list can be narrowed by. */
export function narrowing(readable: readonly AskedQuestion[]): AskedQuestion[] {
  return readable.filter(({ question: { kind } }) => kind === 'choice' || kind === 'choices' || kind === 'yes-no')
}

/** Without what would tell an answer that the reader may not see: who is left when a list is narrowed by it. */
export function permitted(look: Look, readable: readonly AskedQuestion[]): Look {
  const may = new Set(narrowing(readable).map(({ question }) => question.id))
  return {
    ...look,
    answers: Object.fromEntries(Object.entries(look.answers).filter(([question]) => may.has(question))),
  }
}

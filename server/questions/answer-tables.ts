import type { Reads } from '../../db/open.ts'
import type { Answer, Meeting, Role } from '../../db/schema.ts'
import { type AnswerValue, answerValue } from './answer-value.ts'
import { type Count, countsOf } from './counts.ts'
import { choicesOf } from './kinds.ts'
import { mayRead } from './may-read.ts'
import { type AskedQuestion, answersOfComers, filesOfComers, questionsOf } from './queries.ts'

export type Words = { wording: AskedQuestion['wording']; value: AnswerValue; file: { id: string; name: string } | null }

/** The answers to one question of those who come. */
export type AnswerTable = AskedQuestion & {
  people: number
  /** Where there is something to choose from: how many chose it. */
  counts: Count[]
  /** What was written or sent, without whose it is; null for who may not read it. */
  words: Words[] | null
}

/** As many queries, however much is asked and answered. */
export async function answerTables(db: Reads, meeting: Meeting, role: Role): Promise<AnswerTable[]> {
  const [all, answers] = [await questionsOf(db, meeting), await answersOfComers(db, meeting)]
  const files = await filesOfComers(db, meeting)
  return all.map((asked) => {
    const given = answers.get(asked.question.id) ?? []
    const isCounted = choicesOf(asked.question.kind, asked.wording).length > 0
    const words = isCounted ? [] : given.map((answer) => wordsOf(asked, answer, files))
    return {
      ...asked,
      people: given.length,
      counts: isCounted ? countsOf(asked, given) : [],
      words: mayRead(role, asked.question) ? words : null,
    }
  })
}

/** An answer as it was asked for and given. */
export function wordsOf(
  { wordings, wording }: AskedQuestion,
  answer: Answer,
  files: readonly { id: string; name: string }[],
): Words {
  const value = answerValue(answer)
  return {
    value,
    wording: wordings.find(({ id }) => id === answer.wordingId) ?? wording,
    file: 'file' in value ? (files.find(({ id }) => id === value.file) ?? null) : null,
  }
}

import type { Reads } from '../../db/open.ts'
import type { Registration, Role } from '../../db/schema.ts'
import { type Words, wordsOf } from './answer-tables.ts'
import { mayRead } from './may-read.ts'
import { answersOf, filesOfComers, questionsOf } from './queries.ts'

/**
 * What of their answers the door may read, of those among them who come; by the id of the registration. Organisers who
 * look at the door’s page (`role`) are no more readers there than elsewhere.
 */
export async function answersForDoor(
  db: Reads,
  meeting: { id: string },
  role: Role,
  people: readonly Pick<Registration, 'id' | 'status'>[],
): Promise<Map<string, Words[]>> {
  const readable = (await questionsOf(db, meeting)).filter(
    ({ question }) => mayRead('door', question) && mayRead(role, question),
  )
  if (readable.length === 0) return new Map()
  const given = await answersOf(
    db,
    people.filter(({ status }) => status === 'confirmed'),
  )
  const files = readable.some(({ question }) => question.kind === 'file') ? await filesOfComers(db, meeting) : []
  const words = [...given].map(([registrationId, its]) => {
    const read = readable.flatMap((asked) => {
      const answer = its.find(({ questionId }) => questionId === asked.question.id)
      return answer ? [wordsOf(asked, answer, files)] : []
    })
    return [registrationId, read] as const
  })
  return new Map(words)
}

import type { Database } from '../../db/open.ts'
import type { AnswerFile, Meeting, Organiser, Project, Role } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound } from '../refusal.ts'
import { mayRead } from './may-read.ts'
import { fileIn, questionsOf } from './queries.ts'

type Reader = { organiser: Organiser; role: Role }

/** A file somebody answered with, for who may read it; that it was opened, and by whom, is written down. */
export async function openAnswerFile(
  db: Database,
  project: Project,
  meeting: Meeting,
  id: string,
  { organiser, role }: Reader,
  now: Temporal.Instant,
): Promise<AnswerFile> {
  return await db.transact(
    async (tx) => {
      const { file, question } = (await fileIn(tx, meeting, id)) ?? notFound()
      if (!mayRead(role, question)) notFound()
      const asked = (await questionsOf(tx, meeting)).find((one) => one.question.id === question.id)
      const title = JSON.stringify(asked?.wording.label ?? {})
      await record(tx, 'answer-file.opened', organiser, { project, meeting }, now, { title })
      return file
    },
    { touches: 'nothing' },
  )
}

import { stat } from 'node:fs/promises'
import { and, eq, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type AnswerFile, answerFiles, type Question } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { cleanName } from '../files/clean-name.ts'
import { inspect } from '../files/inspect.ts'
import { presentations } from '../files/kinds.ts'
import type { Received } from '../files/receive.ts'
import { redrawFile } from '../files/redraw-file.ts'
import type { FileStore } from '../files/store.ts'
import { notFound } from '../refusal.ts'
import type { Held } from '../registrations/queries.ts'
import { stillAsked } from './answer-questions.ts'
import { removeAnswerFiles } from './forget.ts'
import { keepAnswers } from './keep-answers.ts'
import { filesAsked } from './own.ts'
import { answersOf, filesOf } from './queries.ts'
import { answerFileId, answerKey } from './store.ts'

/** Answers with a file, in the place of one sent before; or says why it is not taken. The same one twice is there once. */
export async function answerWithFile(
  db: Database,
  files: FileStore,
  held: Held,
  question: Pick<Question, 'id'>,
  { path, name, hash }: Received,
  now: Temporal.Instant,
): Promise<MessageKey | null> {
  const { type, problem } = await verdictOn(path)
  if (problem) return problem
  if (type === 'webp' && !(await redrawFile(path))) return 'slides.problem-picture'
  const { size } = await stat(path)
  const id = answerFileId(held.registration, question, hash)
  const row = { id, questionId: question.id, type, name: cleanName(name, type, 'file'), bytes: size, at: now }
  await files.put(path, answerKey(row))
  try {
    await removeAnswerFiles(files, await writeDown(db, held, row, now))
  } catch (refused) {
    const others = await filesOf(db, held.registration)
    if (!others.some((file) => file.id === id)) await removeAnswerFiles(files, [row])
    throw refused
  }
  return null
}

/** A PDF, or a picture that is then drawn anew: by its content, whatever it is called. */
async function verdictOn(path: string) {
  const { type, problem } = await inspect(path, presentations)
  if (type === 'pdf' || type === 'webp') return { type, problem: null }
  return { type: null, problem: problem === 'slides.problem-broken' ? problem : ('questions.problem-kind' as const) }
}

async function writeDown(db: Database, held: Held, row: Omit<AnswerFile, 'registrationId'>, now: Temporal.Instant) {
  return await db.transact((tx) => replace(tx, held, row, now), { touches: 'nothing', lock: held.meeting.id })
}

/** What it replaces is returned, its file still there. */
async function replace(tx: Tx, held: Held, row: Omit<AnswerFile, 'registrationId'>, now: Temporal.Instant) {
  const { registration, asked } = await stillAsked(tx, held, now)
  const answers = (await answersOf(tx, [registration])).get(registration.id) ?? []
  const wanted = await filesAsked(tx, held, { asked, answers, open: [], seats: null })
  const { wording } = wanted.find(({ question }) => question.id === row.questionId) ?? notFound()
  const its = and(eq(answerFiles.registrationId, registration.id), eq(answerFiles.questionId, row.questionId))
  const gone = await tx
    .delete(answerFiles)
    .where(and(its, ne(answerFiles.id, row.id)))
    .returning()
  await tx
    .insert(answerFiles)
    .values({ ...row, registrationId: registration.id })
    .onConflictDoNothing()
  const answered = { questionId: row.questionId, wordingId: wording.id, value: { file: row.id } }
  await keepAnswers(tx, registration, [answered], now)
  return gone
}

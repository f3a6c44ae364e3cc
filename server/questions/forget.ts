import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { answerFiles, answers } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { answerKey } from './store.ts'

/** Deletes what these registrations answered; returns the files to be removed once that is certain. At most some hundreds. */
export async function forgetAnswersOf(tx: Tx, registrationIds: readonly string[]): Promise<{ id: string }[]> {
  const some = [...registrationIds]
  await tx.delete(answers).where(inArray(answers.registrationId, some))
  return await tx.delete(answerFiles).where(inArray(answerFiles.registrationId, some)).returning({ id: answerFiles.id })
}

export async function removeAnswerFiles(files: FileStore, gone: readonly { id: string }[]): Promise<void> {
  await discard(files, ...gone.map(answerKey))
}

import { createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Whole files are called by the id of their row; what is still coming in, `.new`. */
export function answersFolder(dataDir: string): string {
  return join(dataDir, 'answers')
}

export function answerFilePath(dataDir: string, { id }: { id: string }): string {
  return join(answersFolder(dataDir), id)
}

export async function keepAnswerFile(dataDir: string, file: string, row: { id: string }): Promise<void> {
  await rename(file, answerFilePath(dataDir, row))
}

/** From what was sent, by whom and to what: the same bytes sent twice are the same answer. */
export function answerFileId(registration: { id: string }, question: { id: string }, contentHash: string): string {
  const hash = createHash('sha256').update(registration.id).update(question.id).update(contentHash)
  return hash.digest('hex').slice(0, 32)
}

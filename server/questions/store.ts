import { createHash } from 'node:crypto'
import type { FileKey } from '../files/store.ts'

export function answerKey({ id }: { id: string }): FileKey {
  return `answers/${id}`
}

/** From what was sent, by whom and to what: the same bytes sent twice are the same answer. */
export function answerFileId(registration: { id: string }, question: { id: string }, contentHash: string): string {
  const hash = createHash('sha256').update(registration.id).update(question.id).update(contentHash)
  return hash.digest('hex').slice(0, 32)
}

import { createHash } from 'node:crypto'
import type { FileKey } from '../files/store.ts'

export function slidesKey({ id }: { id: string }): FileKey {
  return `slides/${id}`
}

/** From what was sent and what for: the same bytes for the same slot are the same slides. */
export function slidesId(slot: { id: string }, contentHash: string): string {
  return createHash('sha256').update(slot.id).update(contentHash).digest('hex').slice(0, 32)
}

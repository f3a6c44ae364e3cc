import type { Database } from '../db/open.ts'

/**
 * Drops what was made of a project when a write touches it. The answer counts the writes, so that what was made while
 * one came in between is not kept.
 */
export function forgetWhenTouched(db: Database, kept: Map<string, { project: string }>): () => number {
  let touches = 0
  db.onTouch((touched) => {
    if (touched === 'nothing') return
    touches += 1
    for (const [key, { project }] of kept) {
      if (touched === 'everything' || project === 'everything' || project === touched) kept.delete(key)
    }
  })
  return () => touches
}

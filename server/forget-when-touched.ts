import type { Database } from '../db/open.ts'
import { touchIn } from './touch.ts'

/**
 * Drops what was made of a project when a write touches it, or, of what `lasts`, when it touches more than places. The
 * answer counts those writes, so that what was made while one came in between is not kept.
 */
export function forgetWhenTouched(
  db: Database,
  kept: Map<string, { project: string }>,
  which: 'any write' | 'more than places' = 'any write',
): () => number {
  let touches = 0
  db.onTouch((touched) => {
    const { project: its, part } = touchIn(touched)
    if (its === 'nothing' || (which === 'more than places' && part === 'places')) return
    touches += 1
    for (const [key, { project }] of kept) {
      if (its === 'everything' || project === 'everything' || project === its) kept.delete(key)
    }
  })
  return () => touches
}

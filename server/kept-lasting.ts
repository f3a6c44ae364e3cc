import { forgetWhenTouched } from './forget-when-touched.ts'
import type { House } from './house.ts'

export type Lasting<T> = {
  /** The project whose writes make it stale. */
  project: string
  shown: T
  /** When it becomes untrue by itself; null: never. */
  until: Temporal.Instant | null
}

/** Each holds the markup and the agenda of a page. */
const most = 200

/**
 * What a page shows whoever has a place, kept until a write touches more of its project than places, or its time is
 * over: people sign up all day, and the rest of the page stays as it is. `read` must look at nothing that a deed writes
 * which touches places only (touch.ts). Null is not kept.
 */
export function keepLasting<T>({ db, now }: Pick<House, 'db' | 'now'>) {
  const kept = new Map<string, Lasting<T>>()
  const touches = forgetWhenTouched(db, kept, 'more than places')
  return async <Read extends Lasting<T> | null>(key: string, read: () => Promise<Read>): Promise<Lasting<T> | Read> => {
    const found = kept.get(key)
    if (found && (found.until === null || Temporal.Instant.compare(now(), found.until) < 0)) return found
    const before = touches()
    const made = await read()
    if (kept.size >= most) kept.clear()
    if (made && touches() === before) kept.set(key, made)
    return made
  }
}

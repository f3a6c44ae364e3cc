import { forgetWhenTouched } from '../forget-when-touched.ts'
import type { House } from '../house.ts'
import { type Bytes, bytesOf } from './bytes.ts'

/** What a feed has to say. `until`: when the first of its entries leaves it by itself; null: none does. */
export type Fresh = { project: string; file: string; changedAt: Temporal.Instant; until: Temporal.Instant | null }
type Kept = Omit<Fresh, 'file'> & { bytes: Bytes }

/** Of all of them together; the one not asked for longest goes first. */
const mostBytes = 48 * 1024 * 1024

/**
 * Public feeds are written once, and their bytes kept until a write touches more of their project than places, or
 * an entry's time is over. Calendars ask for them day and night, nearly always in vain.
 */
export function keepFeeds({ db, now }: Pick<House, 'db' | 'now'>) {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Kept>>()
  const touches = forgetWhenTouched(db, kept, 'more than places')

  async function make(key: string, write: () => Promise<Fresh>): Promise<Kept> {
    const before = touches()
    const { file, ...rest } = await write()
    const made = { ...rest, bytes: bytesOf(file) }
    if (touches() === before) keep(key, made)
    return made
  }

  function keep(key: string, made: Kept): void {
    kept.delete(key)
    kept.set(key, made)
    let size = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.size(), 0)
    for (const [oldest, { bytes }] of kept) {
      if (size <= mostBytes) return
      kept.delete(oldest)
      size -= bytes.size()
    }
  }

  return async (key: string, write: () => Promise<Fresh>): Promise<Kept> => {
    const found = kept.get(key)
    if (found && isCurrent(found, now())) {
      // Last in the order of going.
      kept.delete(key)
      kept.set(key, found)
      return found
    }
    // Whoever asks meanwhile waits for the same one, unless a write has come since.
    const writing = `${touches()} ${key}`
    const making = underWay.get(writing) ?? make(key, write).finally(() => underWay.delete(writing))
    underWay.set(writing, making)
    return await making
  }
}

function isCurrent({ until }: Pick<Kept, 'until'>, now: Temporal.Instant): boolean {
  return until === null || Temporal.Instant.compare(now, until) < 0
}

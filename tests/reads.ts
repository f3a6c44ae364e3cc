import type { Database } from '../db/open.ts'

/** The same database, with a count of the queries that read it outside transactions. */
export function counted(db: Database): { db: Database; reads: () => number } {
  let reads = 0
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === 'select' || name === 'selectDistinct') reads += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db: counting, reads: () => reads }
}

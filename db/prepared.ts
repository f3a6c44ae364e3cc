import type { Reads } from './open.ts'

type Build = (db: never) => { prepare(): unknown }

const kept = new WeakMap<Reads, Map<Build, unknown>>()

/**
 * A query that is asked often, built once per connection; building one costs Drizzle ten times what running it costs
 * SQLite. `build` is what it is known by, so it stands at the top of its file; what changes is a `given('name')` in it,
 * and reaches `execute` as the engine stores it.
 */
export function prepared<Db extends Reads, Query extends { prepare(): unknown }>(
  db: Db,
  build: (db: Db) => Query,
): ReturnType<Query['prepare']> {
  const own = kept.get(db) ?? new Map<Build, unknown>()
  kept.set(db, own)
  const found = own.get(build) ?? build(db).prepare()
  own.set(build, found)
  return found as ReturnType<Query['prepare']>
}

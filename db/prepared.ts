import { given } from './drizzle.ts'
import type { Reads } from './open.ts'

type Query = { prepare(): { execute(values: Record<string, unknown>): unknown } }
type Prepared<Q extends Query> = ReturnType<Q['prepare']>
export type Given = ReturnType<typeof given>

const longest = 512

const kept = new WeakMap<Reads, Map<unknown, Map<number, unknown>>>()

/**
 * A query that is asked often, built once per connection; building one costs Drizzle ten times what running it costs
 * SQLite. `build` is what it is known by, so it stands at the top of its file; what changes is a `given('name')` in it,
 * and reaches `execute` as the engine stores it.
 */
export function prepared<Db extends Reads, Q extends Query>(db: Db, build: (db: Db) => Q): Prepared<Q> {
  return keptOr(db, build, 1, () => build(db))
}

/**
 * The same of a query about a list of ids, which it is told as `inArray(column, list)`. Built for lengths of 1, 2, 4, 8 …
 * alone: a shorter list repeats its last. None at all is asked as of an id that nothing has. Long ones are rare, and built
 * each time.
 */
export function preparedForAll<Q extends Query>(
  db: Reads,
  ids: readonly string[],
  build: (db: Reads, list: Given[]) => Q,
): { execute(values?: Record<string, unknown>): ReturnType<Prepared<Q>['execute']> } {
  const isLong = ids.length > longest
  const length = isLong ? ids.length : 2 ** Math.ceil(Math.log2(Math.max(1, ids.length)))
  const names = Array.from({ length }, (_, place) => `listed${place}`)
  const make = () => build(db, names.map(given))
  const query = isLong ? (make().prepare() as Prepared<Q>) : keptOr(db, build, length, make)
  const listed = Object.fromEntries(names.map((name, place) => [name, ids[place] ?? ids.at(-1) ?? '']))
  return { execute: (values) => query.execute({ ...listed, ...values }) as ReturnType<Prepared<Q>['execute']> }
}

function keptOr<Q extends Query>(db: Reads, build: unknown, length: number, make: () => Q): Prepared<Q> {
  const own = kept.get(db) ?? new Map<unknown, Map<number, unknown>>()
  const lengths = own.get(build) ?? new Map<number, unknown>()
  const found = lengths.get(length) ?? make().prepare()
  kept.set(db, own.set(build, lengths.set(length, found)))
  return found as Prepared<Q>
}

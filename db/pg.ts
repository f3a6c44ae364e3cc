import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** Only where PostgreSQL is used: loading it takes longer than opening a SQLite file. */
export function loadPg(): typeof import('pg') {
  const pg: typeof import('pg') = load('pg')
  // Our bigints are milliseconds and counts, well within what a number holds.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  return pg
}

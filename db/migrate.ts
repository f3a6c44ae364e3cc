import { rmSync } from 'node:fs'
import type { Database as Connection } from 'better-sqlite3'
import { type Applied, type Migration, pending } from './migrations.ts'
import { Unopenable } from './unopenable.ts'

export function pendingOnSqlite(connection: Connection, migrations: Migration[]): Migration[] {
  return pending(migrations, appliedOnSqlite(connection), connection.name)
}

/**
 * Brings the file up to date, or throws and leaves it as it was. Foreign keys are off meanwhile: a table that is
 * rebuilt is dropped on the way, and with them on SQLite would delete the rows that refer to it.
 */
export async function migrateSqlite(connection: Connection, migrations: Migration[]): Promise<void> {
  const steps = pendingOnSqlite(connection, migrations)
  const [first] = steps
  if (!first) return
  if (steps.length < migrations.length) await copyAside(connection, `${connection.name}-before-${first.name}`)
  connection.pragma('foreign_keys = OFF')
  try {
    connection.transaction(() => take(connection, steps)).immediate()
  } catch (error) {
    throw new Unopenable(`${connection.name} stays as it was: bringing it up to date failed (${reason(error)}).`)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

async function copyAside(connection: Connection, copy: string) {
  rmSync(copy, { force: true })
  await connection.backup(copy)
}

function take(connection: Connection, steps: Migration[]) {
  const before = rowCounts(connection)
  connection.exec('CREATE TABLE IF NOT EXISTS kopa_migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT')
  const note = connection.prepare('INSERT INTO kopa_migrations (name, hash) VALUES (?, ?)')
  for (const step of steps) {
    connection.exec(step.sql)
    note.run(step.name, step.hash)
  }
  refuseLoss(before, rowCounts(connection))
  refuseOrphans(connection)
}

function refuseLoss(before: Map<string, number>, after: Map<string, number>) {
  for (const [table, rows] of before) {
    const kept = after.get(table) ?? rows
    if (kept < rows) throw new Error(`${rows - kept} of ${rows} rows of ${table} would be lost`)
  }
}

function refuseOrphans(connection: Connection) {
  const orphans = connection.prepare<[], { table: string }>('SELECT "table" FROM pragma_foreign_key_check').all()
  const [first] = orphans
  if (first)
    throw new Error(`${orphans.length} rows, the first in ${first.table}, would refer to rows that do not exist`)
}

function rowCounts(connection: Connection): Map<string, number> {
  const names = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  const rows = (name: string) => connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0
  return new Map(names.map((name) => [name, rows(name)]))
}

function appliedOnSqlite(connection: Connection): Applied[] {
  const known = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kopa_migrations'").get()
  return known ? connection.prepare<[], Applied>('SELECT name, hash FROM kopa_migrations ORDER BY name').all() : []
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

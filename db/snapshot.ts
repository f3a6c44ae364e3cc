import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { Unopenable } from './unopenable.ts'

/** Copies a SQLite database that may be in use to `to`, as it is at one moment, and looks the copy over. Throws `Unopenable`. */
export async function snapshot(file: string, to: string): Promise<void> {
  if (!existsSync(file)) throw new Unopenable(`There is no database at ${file} to back up.`)
  rmSync(to, { force: true })
  closeSync(openSync(to, 'wx', 0o600))
  await copy(file, to)
  refuseUnlessWhole(to)
}

export function refuseUnlessWhole(file: string): void {
  const connection = new Sqlite(file)
  try {
    const found = connection.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Unopenable(`${file} is damaged: ${found}.`)
    if (!connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kopa_migrations'").get())
      throw new Unopenable(`${file} is no Kopā database.`)
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    throw new Unopenable(`${file} is damaged: ${error.message}.`)
  } finally {
    connection.close()
  }
}

/**
 * Not `cp`: that misses what is still in the write-ahead log. Inside a transaction that reads: SQLite begins such a copy
 * anew whenever somebody else writes, and a busy server never lets it end.
 */
async function copy(file: string, to: string) {
  const source = new Sqlite(file, { readonly: true })
  try {
    source.exec('BEGIN; SELECT count(*) FROM sqlite_schema')
    await source.backup(to)
  } finally {
    source.close()
  }
  const target = new Sqlite(to)
  target.pragma('journal_mode = DELETE')
  target.close()
}

import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { claim } from './lock.ts'
import { pendingOnSqlite } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { oldCopies } from './old-copies.ts'
import { connectWriter } from './sqlite.ts'
import { Unopenable } from './unopenable.ts'

/** One thing looked at: what was found, and what to do about it when it is not right. */
export type Finding = { about: string; found: string; remedy?: string }

/** Looks at a SQLite database without changing anything; a server may be running. */
export function examineSqlite(file: string, now: Temporal.Instant): Finding[] {
  const about = 'database file'
  if (!existsSync(file)) return [{ about, found: `${file} does not exist yet; npm start makes it` }]
  const unreadable = refusedAccess(file) ?? refusedAccess(dirname(file))
  if (unreadable) return [unreadable]
  return [
    { about, found: `${file} can be read and written` },
    server(file),
    diskSpace(file),
    ...contents(file),
    ...copiesBeside(file, now),
  ]
}

function refusedAccess(path: string): Finding | undefined {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    const remedy = 'Give the account that runs Kopā the right to read and write it.'
    return { about: 'database file', found: `${path} cannot be read and written`, remedy }
  }
}

function server(file: string): Finding {
  try {
    claim(file)()
    return { about: 'server', found: 'none is running' }
  } catch (error) {
    if (error instanceof Unopenable) return { about: 'server', found: 'running' }
    throw error
  }
}

function diskSpace(file: string): Finding {
  const { bavail, bsize } = statfsSync(dirname(file))
  const free = bavail * bsize
  // A migration or a restore needs a second copy beside the first, and the log some room.
  const needed = 2 * statSync(file).size + 100_000_000
  const found = `${megabytes(free)} MB free`
  return free < needed
    ? { about: 'disk', found, remedy: `Make room: ${megabytes(needed)} MB are needed.` }
    : { about: 'disk', found }
}

function contents(file: string): Finding[] {
  try {
    const connection = connectWriter(file)
    try {
      return [settings(connection), integrity(connection), references(connection), migrations(connection)]
    } finally {
      connection.close()
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return [{ about: 'contents', found, remedy: 'Bring back a backup: npm run restore -- FILE.' }]
  }
}

function settings(connection: Sqlite.Database): Finding {
  const mode = connection.pragma('journal_mode', { simple: true })
  const synchronous = connection.pragma('synchronous', { simple: true })
  const found = `journal ${mode}, synchronous ${synchronous === 2 ? 'full' : synchronous}`
  const remedy = 'Keep the file on a local disk: network folders cannot hold a write-ahead log.'
  return mode === 'wal' && synchronous === 2 ? { about: 'settings', found } : { about: 'settings', found, remedy }
}

function integrity(connection: Sqlite.Database): Finding {
  const found = String(connection.pragma('integrity_check', { simple: true }))
  const remedy = 'Bring back a backup: npm run restore -- FILE.'
  return found === 'ok' ? { about: 'integrity', found } : { about: 'integrity', found, remedy }
}

function references(connection: Sqlite.Database): Finding {
  const orphans = connection.prepare<[], number>('SELECT count(*) FROM pragma_foreign_key_check').pluck().get() ?? 0
  const found = `${orphans} rows refer to rows that do not exist`
  const remedy = 'Bring back a backup from before: npm run restore -- FILE.'
  return orphans === 0 ? { about: 'references', found } : { about: 'references', found, remedy }
}

function migrations(connection: Sqlite.Database): Finding {
  try {
    const waiting = pendingOnSqlite(connection, readMigrations('sqlite'))
    const found = waiting.length === 0 ? 'up to date' : `${waiting.length} to do; npm start does them`
    return { about: 'migrations', found }
  } catch (error) {
    if (!(error instanceof Unopenable)) throw error
    return { about: 'migrations', found: error.message, remedy: 'Start the version of Kopā that made the database.' }
  }
}

/** Copies made by migrations and restores keep people's data longer than the database does; the clock deletes them too. */
function copiesBeside(file: string, now: Temporal.Instant): Finding[] {
  const old = oldCopies(file, now).map((copy) => basename(copy))
  const remedy = `Delete ${old.join(', ')}, or start Kopā, which does: people's data is kept for 30 days.`
  return old.length === 0 ? [] : [{ about: 'old copies', found: `${old.length} beside the database`, remedy }]
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

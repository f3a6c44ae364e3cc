import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { loadSqliteDriver } from './drizzle.ts'
import { errorCodes } from './error-codes.ts'
import { groupCommit } from './group-commit.ts'
import { keepStatements } from './kept-statements.ts'
import { claim } from './lock.ts'
import { migrateSqlite, pendingOnSqlite } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import type { Database, Deed, Reach } from './open.ts'
import { Unopenable } from './unopenable.ts'
import { keepUp } from './upkeep.ts'

/** A guest runs beside the server: it does not claim the file, and may write to it. */
export async function openSqlite(path: string, { guest }: { guest: boolean }): Promise<Database> {
  try {
    const file = settle(path)
    return guest ? await openAsGuest(file) : await openAsServer(file)
  } catch (error) {
    throw isFault(error) ? new Unopenable(sentence(path, error)) : error
  }
}

async function openAsServer(file: string): Promise<Database> {
  const release = claim(file)
  try {
    return database(await migrated(connectWriter(file)), release)
  } catch (error) {
    release()
    throw error
  }
}

async function migrated(writer: Sqlite.Database): Promise<Sqlite.Database> {
  try {
    await migrateSqlite(writer, readMigrations('sqlite'))
    return writer
  } catch (error) {
    writer.close()
    throw error
  }
}

async function openAsGuest(file: string): Promise<Database> {
  const writer = connectWriter(file)
  if (pendingOnSqlite(writer, readMigrations('sqlite')).length > 0) {
    writer.close()
    const served = await openAsServer(file)
    await served.close()
    return openAsGuest(file)
  }
  return database(writer, () => {})
}

function database(writer: Sqlite.Database, release: () => void): Database {
  const { drizzle } = loadSqliteDriver()
  const reader = connectReader(writer.name)
  const listeners: ((touched: string) => void)[] = []
  const tell = (touched: Set<string>) => {
    for (const project of touched) for (const listener of listeners) listener(project)
  }
  const queue = groupCommit(writer, drizzle(keepStatements(writer)), tell)
  const upkeep = keepUp(writer)
  return Object.assign(drizzle(keepStatements(reader)), {
    engine: 'sqlite' as const,
    transact: async <T>(deed: Deed<T>, reach: Reach) => {
      try {
        return await queue.transact(deed, reach)
      } catch (error) {
        if (errorCodes(error).includes('SQLITE_FULL')) upkeep.makeRoom()
        throw error
      }
    },
    onTouch: (listener: (touched: string) => void) => void listeners.push(listener),
    tally: null,
    measured: null,
    emptyLog: async () => {
      while (writer.inTransaction) await setImmediate()
      upkeep.emptyLog()
    },
    close: async () => {
      await queue.idle()
      upkeep.stop()
      reader.close()
      writer.close()
      release()
    },
  })
}

export function connectWriter(file: string): Sqlite.Database {
  const writer = new Sqlite(file, { timeout: 5_000 })
  writer.pragma('journal_mode = WAL')
  // better-sqlite3 is built to fall back to NORMAL in WAL mode, where a power cut may undo an answered write.
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma('secure_delete = ON')
  writer.pragma('trusted_schema = OFF')
  // What a deed's savepoint would be undone by is more than SQLite keeps in memory by itself: each would write a file of its own.
  writer.pragma('temp_store = MEMORY')
  return writer
}

function connectReader(file: string): Sqlite.Database {
  const reader = new Sqlite(file, { readonly: true, timeout: 5_000 })
  reader.pragma('trusted_schema = OFF')
  return reader
}

/** One name per file, whichever link led here, with its folder made. */
export function settle(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  // People's names and addresses are nobody else's on this machine to read.
  closeSync(openSync(path, 'a', 0o600))
  return realpathSync(path)
}

/** SQLite's own complaints, and those of the file system about the folder. */
function isFault(error: unknown): error is { code: string; message: string } {
  if (error instanceof Sqlite.SqliteError) return true
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function sentence(path: string, { code, message }: { code: string; message: string }): string {
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return `${path} is damaged or no database (${message}): \`npm run doctor\` says more, \`npm run restore\` brings back a backup.`
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return `${path} cannot be written (${message}): give this account the right to write the file and its folder.`
  return `${path} cannot be opened: ${message}.`
}

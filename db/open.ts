import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { errorCodes, errorMessages } from './error-codes.ts'
import type { Measured } from './measured.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Tally } from './tally.ts'
import { Unopenable } from './unopenable.ts'

/** Reads see committed rows only. Await every query; `.get()`, `.all()` and `.run()` exist on one engine only. */
export type Reads = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>
export type Tx = Reads & Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete'>

export type Deed<T> = (tx: Tx) => Promise<T>

export type Reach = {
  /**
   * The project whose pages the deed may change, its `placesOf` (server/touch.ts) where it changes nothing else, or
   * 'nothing' (letters, sessions), or 'everything'.
   */
  touches: string
  /**
   * Deeds with a lock in common run one after another on every server: the meeting's id where places are counted, both
   * where somebody goes from one to another.
   */
  lock?: string | readonly string[]
}

export type Database = Reads & {
  engine: 'sqlite' | 'postgres'
  /** Resolves once the deed is on disk. A deed that throws leaves nothing behind and disturbs no other. */
  transact<T>(deed: Deed<T>, reach: Reach): Promise<T>
  /** Calls back after each commit with what it touched. */
  onTouch(listener: (touched: string) => void): void
  /** What all servers on one database count together; null where one process has it to itself and counts in its memory. */
  tally: Tally | null
  /** How PostgreSQL is; null on SQLite, whose file says it. */
  measured: (() => Promise<Measured>) | null
  /** Empties SQLite's write-ahead log, in which what was deleted stays readable; see docs/decisions/erasing.md. */
  emptyLog(): Promise<void>
  close(): Promise<void>
}

/** `sqlite:data/kopa.db`, `sqlite:/absolute/kopa.db` or `postgres://…`, brought up to date. Throws `Unopenable`. */
export async function open(url: string, { guest = false }: { guest?: boolean } = {}): Promise<Database> {
  if (url.startsWith('sqlite:')) return openSqlite(sqlitePath(url), { guest })
  if (isPostgres(url)) return openPostgres(url)
  throw new Unopenable(`DATABASE_URL must begin with sqlite: or postgres://, and is "${url}".`)
}

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

export function sqlitePath(url: string): string {
  const path = url.slice('sqlite:'.length)
  if (path === '') throw new Unopenable('DATABASE_URL names no file: write sqlite:data/kopa.db, for instance.')
  return path
}

/** Full disk, read-only or damaged file, connection lost: writing (or even reading) will work again later, not now. */
export function isUnavailable(error: unknown): boolean {
  const sqlite = /^SQLITE_(FULL|READONLY|IOERR|BUSY|CANTOPEN|CORRUPT|NOTADB)/
  // Connection exceptions (08), no room or no connection left (53), shut down or too slow (57), read-only, idle (25).
  const postgres = /^(08...|53...|57P0.|57014|25006|25P03)$/
  const network = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/
  const unnamed =
    /connection (terminated|ended|error)|timeout exceeded when trying to connect|query read timeout|not queryable/i
  if (errorCodes(error).some((code) => sqlite.test(code) || postgres.test(code) || network.test(code))) return true
  return errorMessages(error).some((message) => unnamed.test(message))
}

import Sqlite from 'better-sqlite3'
import { Unopenable } from './unopenable.ts'

/**
 * Claims `file` for this process and returns what gives it up. The claim is a lock on a small file beside it,
 * which the system drops with the process however that ends (docs/decisions/lock-file.md).
 */
export function claim(file: string): () => void {
  const lock = new Sqlite(`${file}-lock`, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new Unopenable(`${file} is in use by a Kopā that is already running: stop that one first.`)
  }
  return () => lock.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

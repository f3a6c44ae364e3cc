import { chmodSync, closeSync, cpSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { writeChecksums } from './checksums.ts'
import { Unopenable } from './unopenable.ts'

/**
 * Copies a database that may be in use, with the files of `dataDir`, to `backup`, `backup`-files and their checksums.
 * The name `backup` appears only when the copy has been found whole. Throws `Unopenable`.
 */
export async function backUp(file: string, dataDir: string, backup: string): Promise<void> {
  if (!existsSync(file)) throw new Unopenable(`There is no database at ${file} to back up.`)
  if (existsSync(backup)) throw new Unopenable(`${backup} is there already: give the new backup a name of its own.`)
  mkdirSync(dirname(backup), { recursive: true })
  const unfinished = `${backup}.unfinished`
  rmSync(unfinished, { force: true })
  closeSync(openSync(unfinished, 'wx', 0o600))
  await copy(file, unfinished)
  refuseUnlessWhole(unfinished)
  copyFiles(logosFolder(dataDir), filesOf(backup))
  renameSync(unfinished, backup)
  await writeChecksums(backup, filesOf(backup))
}

export function logosFolder(dataDir: string): string {
  return join(dataDir, 'logos')
}

/** Where a backup keeps the files that are not in the database. */
export function filesOf(backup: string): string {
  return `${backup}-files`
}

export function copyFiles(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  if (!existsSync(from)) return
  cpSync(from, to, { recursive: true })
  chmodSync(to, 0o700)
}

export function refuseUnlessWhole(file: string): void {
  const connection = new Sqlite(file)
  try {
    const found = connection.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Unopenable(`${file} is damaged: ${found}.`)
    if (!connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kopa_migrations'").get())
      throw new Unopenable(`${file} is no Kopā database.`)
  } finally {
    connection.close()
  }
}

/** Not `cp`: that misses what is still in the write-ahead log. */
async function copy(file: string, to: string) {
  const source = new Sqlite(file, { readonly: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
  const target = new Sqlite(to)
  target.pragma('journal_mode = DELETE')
  target.close()
}

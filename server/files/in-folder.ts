import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isOwnName } from './own-name.ts'
import type { FileStore, Listed, StoredFile } from './store.ts'

/** Files in folders below `dataDir`. What is still coming in, in the same folders, ends in `.new` and is none of them. */
export function filesInFolder(dataDir: string): FileStore {
  const at = (key: string) => join(dataDir, key)
  return {
    dataDir,
    isShared: false,
    put: (file, key) => rename(file, at(key)),
    read: (key) => fileAt(at(key)),
    remove: (key) => rm(at(key), { force: true }),
    list: (folder) => listOf(at(folder)),
  }
}

/** Null when there is none. */
export async function fileAt(path: string): Promise<StoredFile | null> {
  const [file] = await open(path).then((opened) => [opened], noneIfAbsent)
  if (!file) return null
  const { size, mtimeMs } = await file.stat()
  return { size, changedAt: instantOf(mtimeMs), bytes: file.createReadStream() }
}

/** Whole files alone; one that is removed meanwhile is not among them. */
export async function listOf(folder: string): Promise<Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noneIfAbsent)
  const whole = entries.filter((entry) => entry.isFile() && isOwnName(entry.name) && !entry.name.endsWith('.new'))
  return (await Promise.all(whole.map(({ name }) => listed(folder, name)))).flat()
}

async function listed(folder: string, name: string): Promise<Listed[]> {
  const found = await stat(join(folder, name)).then((known) => [known], noneIfAbsent)
  return found.map(({ mtimeMs }) => ({ name, changedAt: instantOf(mtimeMs) }))
}

function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds))
}

function noneIfAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

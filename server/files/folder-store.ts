import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore, Listed } from './store.ts'

/** Files in folders below `dataDir`. What is still coming in, in the same folders, ends in `.new` and is none of them. */
export function folderStore(dataDir: string): FileStore {
  const at = (key: string) => join(dataDir, key)
  return {
    dataDir,
    put: (file, key) => rename(file, at(key)),
    async read(key) {
      const [file] = await open(at(key)).then((opened) => [opened], noneIfAbsent)
      if (!file) return null
      const { size, mtimeMs } = await file.stat()
      return { size, changedAt: instantOf(mtimeMs), bytes: file.createReadStream() }
    },
    remove: (key) => rm(at(key), { force: true }),
    async list(folder) {
      const entries = await readdir(at(folder), { withFileTypes: true }).catch(noneIfAbsent)
      const whole = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
      return (await Promise.all(whole.map(({ name }) => listed(at(folder), name)))).flat()
    },
  }
}

/** One that is removed meanwhile is not in the list. */
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

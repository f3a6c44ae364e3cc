import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Unopenable } from '../../db/unopenable.ts'
import { hashedBy } from './archive.ts'

/** Where backups are laid down. A name is there once all of it is, and has been read back and found the same. */
export type Store = {
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Null when there is none of that name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>
  names(): Promise<string[]>
  remove(name: string): Promise<void>
}

export function folderStore(folder: string): Store {
  const at = (name: string) => join(folder, name)
  return {
    async put(name, bytes) {
      if (existsSync(at(name)))
        throw new Unopenable(`${at(name)} is there already: give the new backup a name of its own.`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await withWritten(at(`${name}.unfinished`), bytes, async (unfinished, sum) => {
        await refuseUnlessSame(createReadStream(unfinished), sum, at(name))
        await rename(unfinished, at(name))
        await syncFolder(folder)
      })
    },
    read: async (name) => (existsSync(at(name)) ? createReadStream(at(name)) : null),
    names: async () => (existsSync(folder) ? await readdir(folder) : []),
    remove: (name) => rm(at(name), { force: true }),
  }
}

/** Writes `bytes` to `file` and lends it to `use`; what that does not take away is gone at the end. */
export async function withWritten(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  use: (file: string, sum: string) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256')
  try {
    await writeFile(file, hashedBy(hash)(bytes), { mode: 0o600, flush: true })
    await use(file, hash.digest('hex'))
  } finally {
    await rm(file, { force: true })
  }
}

export async function refuseUnlessSame(bytes: AsyncIterable<Uint8Array>, sum: string, what: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  if (hash.digest('hex') !== sum)
    throw new Unopenable(`${what} does not read back as it was written: what it is stored on is not to be trusted.`)
}

/** So that the new name outlives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

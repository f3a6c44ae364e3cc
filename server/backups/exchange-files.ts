import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { listOf } from '../files/in-folder.ts'
import { type FileStore, sentFolders } from '../files/store.ts'
import { fileFolders, mailFolder } from './folders.ts'

/**
 * Puts what a backup held into a store that servers share, while nothing else is changed yet: behind a key is only ever the
 * same file, and one that the database then does not know is swept.
 */
export async function putBack(files: FileStore, incoming: string): Promise<void> {
  if (!files.isShared) return
  for (const folder of sentFolders)
    for (const { name } of await listOf(join(incoming, folder)))
      await files.put(join(incoming, folder, name), `${folder}/${name}`)
}

/** Puts what a backup held in the place of what is there, which goes to `aside`. */
export async function exchangeFiles(files: FileStore, incoming: string, aside: string): Promise<void> {
  if (files.isShared) await takeOutOthers(files, incoming, aside)
  for (const folder of files.isShared ? [mailFolder] : fileFolders) {
    await move(join(files.dataDir, folder), join(aside, folder))
    await move(join(incoming, folder), join(files.dataDir, folder))
  }
}

/** What the backup did not hold. */
async function takeOutOthers(files: FileStore, incoming: string, aside: string): Promise<void> {
  for (const folder of sentFolders) {
    const held = new Set((await listOf(join(incoming, folder))).map(({ name }) => name))
    for (const { name } of await files.list(folder)) {
      const file = held.has(name) ? null : await files.read(`${folder}/${name}`)
      if (!file) continue
      await mkdir(join(aside, folder), { recursive: true, mode: 0o700 })
      await pipeline(file.bytes, createWriteStream(join(aside, folder, name), { mode: 0o600, flush: true }))
      await files.remove(`${folder}/${name}`)
    }
  }
}

async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
}

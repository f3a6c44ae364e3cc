import { existsSync } from 'node:fs'
import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { replaceDatabase } from '../../db/replace.ts'
import type { Place } from './back-up.ts'
import { fileFolders } from './folders.ts'
import type { BackupKey } from './key.ts'
import { replacedFiles } from './replaced-files.ts'
import { unseal } from './seal.ts'
import { unpack } from './unpack.ts'

/** A backup's bytes, and what it is called. */
export type Backup = { bytes: AsyncIterable<Uint8Array>; what: string; key: BackupKey | null }

/**
 * Puts a backup in the place of a database and the files that people sent, and resolves to where what was there would be kept.
 * Throws `Unopenable` and changes nothing when the backup is not whole or a server is running.
 */
export async function restore({ file, dataDir }: Place, { bytes, what, key }: Backup, now: Temporal.Instant) {
  const aside = replacedFiles(dataDir, now)
  const files = join(aside, 'incoming')
  const bring = async (database: string) => {
    await unpack(await unseal(bytes, key, what), { database, files }, what).catch(async (error) => {
      await rm(database, { force: true })
      throw error
    })
  }
  try {
    const replaced = await replaceDatabase(file, bring, now)
    await exchangeFiles(dataDir, files, aside)
    return [...(replaced ? [replaced] : []), aside]
  } finally {
    await rm(files, { recursive: true, force: true })
    await rmdir(aside).catch(() => {})
  }
}

async function exchangeFiles(dataDir: string, files: string, aside: string): Promise<void> {
  for (const folder of fileFolders) {
    await move(join(dataDir, folder), join(aside, folder))
    await move(join(files, folder), join(dataDir, folder))
  }
}

async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
}

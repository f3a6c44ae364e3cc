import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDatabase } from '../../db/replace.ts'
import type { Place } from './back-up.ts'
import { exchangeFiles, putBack } from './exchange-files.ts'
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
export async function restore({ file, files }: Place, { bytes, what, key }: Backup, now: Temporal.Instant) {
  const aside = replacedFiles(files.dataDir, now)
  const incoming = join(aside, 'incoming')
  const bring = async (database: string) => {
    try {
      await unpack(await unseal(bytes, key, what), { database, files: incoming }, what)
      await putBack(files, incoming)
    } catch (error) {
      await rm(database, { force: true })
      throw error
    }
  }
  try {
    const replaced = await replaceDatabase(file, bring, now)
    await exchangeFiles(files, incoming, aside)
    return [...(replaced ? [replaced] : []), aside]
  } finally {
    await rm(incoming, { recursive: true, force: true })
    await rmdir(aside).catch(() => {})
  }
}

import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyFiles, filesOf, logosFolder, refuseUnlessWhole } from './backup.ts'
import { verifyChecksums } from './checksums.ts'
import { claim } from './lock.ts'
import { Unopenable } from './unopenable.ts'

/**
 * Puts a backup in the place of `file`, and returns where the replaced database is kept, if there was one.
 * Throws `Unopenable` and changes nothing when the backup is not whole or a server is running.
 */
export async function restore(file: string, dataDir: string, backup: string, now: Temporal.Instant) {
  if (!existsSync(backup)) throw new Unopenable(`There is no backup at ${backup}.`)
  await verifyChecksums(backup)
  mkdirSync(dirname(file), { recursive: true })
  const release = claim(file)
  try {
    const incoming = `${file}-restoring`
    copyFileSync(backup, incoming)
    refuseUnlessWhole(incoming)
    const replaced = existsSync(file) ? `${file}-replaced-${now.epochMilliseconds}` : undefined
    if (replaced) moveAside(file, replaced)
    renameSync(incoming, file)
    if (existsSync(filesOf(backup))) copyFiles(filesOf(backup), logosFolder(dataDir))
    return replaced
  } finally {
    release()
  }
}

/** With its write-ahead log: that may hold its last rows, and must never be taken for the restored file's. */
function moveAside(file: string, replaced: string) {
  for (const part of ['-wal', '-shm', '']) if (existsSync(file + part)) renameSync(file + part, replaced + part)
}

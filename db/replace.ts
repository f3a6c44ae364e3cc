import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { claim } from './lock.ts'
import { refuseUnlessWhole } from './snapshot.ts'

/**
 * Puts the database that `bring` lays down at the path it is given in the place of `file`; resolves to where the replaced
 * one is kept, if there was one. Throws `Unopenable` and changes nothing when that is not whole or a server is running.
 */
export async function replaceDatabase(
  file: string,
  bring: (incoming: string) => Promise<void>,
  now: Temporal.Instant,
): Promise<string | undefined> {
  mkdirSync(dirname(file), { recursive: true })
  const release = claim(file)
  try {
    const incoming = `${file}-snapshot-${process.pid}`
    await bring(incoming)
    refuseUnlessWhole(incoming)
    const replaced = existsSync(file) ? `${file}-replaced-${now.epochMilliseconds}` : undefined
    if (replaced) moveAside(file, replaced)
    renameSync(incoming, file)
    return replaced
  } finally {
    release()
  }
}

/** With its write-ahead log: that may hold its last rows, and must never be taken for the restored file's. */
function moveAside(file: string, replaced: string) {
  for (const part of ['-wal', '-shm', '']) if (existsSync(file + part)) renameSync(file + part, replaced + part)
}

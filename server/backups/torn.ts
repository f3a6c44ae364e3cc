import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

const beginning = 'sending-'

/** No upload takes as long. */
const aDay = { hours: 24 }

/** A folder for what is on its way to a store elsewhere. */
export async function sendingFolder(workFolder: string): Promise<string> {
  return await mkdtemp(join(workFolder, beginning))
}

/** Deletes what uploads left that were killed: each holds a whole backup. */
export async function sweepTornUploads(workFolder: string, now: Temporal.Instant): Promise<void> {
  const before = now.subtract(aDay).epochMilliseconds
  const names = existsSync(workFolder) ? readdirSync(workFolder) : []
  const folders = names.filter((name) => name.startsWith(beginning)).map((name) => join(workFolder, name))
  const torn = folders.filter((folder) => (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? before) < before)
  for (const folder of torn) await rm(folder, { recursive: true, force: true })
}

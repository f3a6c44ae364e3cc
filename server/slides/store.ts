import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Whole files are called by the id of their row; what is still coming in, `.new`. */
export function slidesFolder(dataDir: string): string {
  return join(dataDir, 'slides')
}

export function slidesFile(dataDir: string, { id }: { id: string }): string {
  return join(slidesFolder(dataDir), id)
}

export async function keepFile(dataDir: string, file: string, slides: { id: string }): Promise<void> {
  await rename(file, slidesFile(dataDir, slides))
}

export async function removeFile(dataDir: string, slides: { id: string }): Promise<void> {
  await rm(slidesFile(dataDir, slides), { force: true })
}

/** From what was sent and what for: the same bytes for the same slot are the same slides. */
export function slidesId(slot: { id: string }, contentHash: string): string {
  return createHash('sha256').update(slot.id).update(contentHash).digest('hex').slice(0, 32)
}

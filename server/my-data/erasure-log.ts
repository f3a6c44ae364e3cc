import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Erasure = { id: string; at: Temporal.Instant }

/**
 * Writes down in `DATA_DIR/erased.log` whose data goes, by id: no backup holds that file, so it outlives the restore of
 * an older database. It names nobody. On disk when this resolves.
 */
export async function noteErasure(dataDir: string, { id, at }: Erasure): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const file = await open(logFile(dataDir), 'a', 0o600)
  try {
    await file.appendFile(`${at} ${id}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** In the order in which they were written down; what a power cut tore is passed over. */
export async function notedErasures(dataDir: string): Promise<Erasure[]> {
  const text = await readFile(logFile(dataDir), 'utf8').catch(missing)
  return [...text.matchAll(/^(\S+Z) (\S+)$/gm)].map(([, at = '', id = '']) => ({ id, at: Temporal.Instant.from(at) }))
}

function logFile(dataDir: string): string {
  return join(dataDir, 'erased.log')
}

function missing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

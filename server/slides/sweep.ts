import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reads } from '../../db/open.ts'
import { slides } from '../../db/schema.ts'
import { slidesFolder } from './store.ts'

/** Files whose row is gone are kept for two days: a slot that was removed may be brought back with its slides. */
const kept = { hours: 48 }
/** An upload takes half an hour at the most. */
const keptWhileComing = { hours: 2 }

/**
 * Deletes files that belong to no slides: left by a process that died, or by a slot or meeting that was removed. When
 * that was first seen stands in a `.leaving` file beside it.
 */
export async function sweepSlides(db: Reads, dataDir: string, now: Temporal.Instant): Promise<void> {
  const folder = slidesFolder(dataDir)
  const names = existsSync(folder) ? await readdir(folder) : []
  const known = new Set((await db.select({ id: slides.id }).from(slides)).map(({ id }) => id))
  for (const name of names) {
    const [id = '', ending] = name.split('.')
    const file = join(folder, name)
    if (ending === 'new') await removeTorn(file, now)
    else if (ending === 'leaving' && (known.has(id) || !names.includes(id))) await rm(file, { force: true })
    else if (ending === undefined && !known.has(id)) await leave(file, now)
  }
}

/** Half an upload, of which nobody has heard. */
async function removeTorn(file: string, now: Temporal.Instant): Promise<void> {
  const { mtimeMs } = await stat(file)
  if (mtimeMs < now.subtract(keptWhileComing).epochMilliseconds) await rm(file, { force: true })
}

async function leave(file: string, now: Temporal.Instant): Promise<void> {
  const mark = `${file}.leaving`
  if (!existsSync(mark)) return await writeFile(mark, now.toString())
  const seen = Temporal.Instant.from(await readFile(mark, 'utf8'))
  if (Temporal.Instant.compare(seen.add(kept), now) < 0) await rm(file, { force: true })
}

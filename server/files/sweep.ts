import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files whose row is gone are kept for two days: what was removed may be brought back with them. */
const kept = { hours: 48 }
/** An upload takes half an hour at the most. */
const keptWhileComing = { hours: 2 }

/**
 * Deletes files of a folder that belong to no row: left by a process that died, or by what they were of. When that was
 * first seen stands in a `.leaving` file beside it.
 */
export async function sweepFolder(folder: string, known: ReadonlySet<string>, now: Temporal.Instant): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : []
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

import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files whose row is gone are kept for two days: what was removed may be brought back with them. */
const kept = { hours: 48 }
/** An upload takes half an hour at the most. */
const keptWhileComing = { hours: 2 }

/**
 * Deletes files of a folder that belong to no row: left by a process that died, or by what they were of. When that was
 * first seen stands in a `.leaving` file beside it. What is still coming in has a `.new` in its name.
 */
export async function sweepFolder(folder: string, known: ReadonlySet<string>, now: Temporal.Instant): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : []
  for (const name of names) {
    const file = join(folder, name)
    const marked = name.replace(/\.leaving$/, '')
    if (/\.new(\.|$)/.test(name)) await removeTorn(file, now)
    else if (marked !== name && (known.has(marked) || !names.includes(marked))) await rm(file, { force: true })
    else if (/^[^.]+(\.webp)?$/.test(name) && !known.has(name)) await leave(file, now)
  }
}

/** Half an upload, of which nobody has heard; one that has just come in whole is there no longer. */
async function removeTorn(file: string, now: Temporal.Instant): Promise<void> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
  if (mtimeMs < now.subtract(keptWhileComing).epochMilliseconds) await rm(file, { force: true })
}

async function leave(file: string, now: Temporal.Instant): Promise<void> {
  const mark = `${file}.leaving`
  if (!existsSync(mark)) return await writeFile(mark, now.toString())
  const seen = Temporal.Instant.from(await readFile(mark, 'utf8'))
  if (Temporal.Instant.compare(seen.add(kept), now) < 0) await rm(file, { force: true })
}

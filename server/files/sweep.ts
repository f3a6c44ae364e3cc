import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { comingIn, type FileKey, type FileStore, putBytes, readWhole, type SentFolder } from './store.ts'

/** Files whose row is gone are kept for two days: what was removed may be brought back with them. */
const kept = { hours: 48 }
/** An upload takes half an hour at the most. */
export const keptWhileComing = { hours: 2 }

/**
 * Deletes files of a folder that belong to no row: left by a process that died, or by what they were of. When that was
 * first seen stands in a `.leaving` file beside it.
 */
export async function sweepFiles(
  files: FileStore,
  folder: SentFolder,
  known: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<void> {
  await sweepTorn(files, folder, now)
  const names = new Set((await files.list(folder)).map(({ name }) => name))
  for (const name of names) {
    const marked = name.replace(/\.leaving$/, '')
    const isNeedless = marked !== name && (known.has(marked) || !names.has(marked))
    if (isNeedless) await files.remove(`${folder}/${name}`)
    else if (/^[^.]+(\.webp)?$/.test(name) && !known.has(name)) await leave(files, `${folder}/${name}`, now)
  }
}

/** Half an upload, of which nobody has heard, has `.new` in its name; one that has just come in whole is there no longer. */
export async function sweepTorn(files: FileStore, folder: SentFolder, now: Temporal.Instant): Promise<void> {
  const here = comingIn(files, folder)
  const before = now.subtract(keptWhileComing).epochMilliseconds
  const names = await readdir(here).catch((): string[] => [])
  for (const file of names.filter((name) => /\.new(\.|$)/.test(name)).map((name) => join(here, name))) {
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < before) await rm(file, { force: true })
  }
}

async function leave(files: FileStore, key: FileKey, now: Temporal.Instant): Promise<void> {
  const mark = await readWhole(files, `${key}.leaving`)
  if (!mark) return await putBytes(files, `${key}.leaving`, now.toString())
  const seen = Temporal.Instant.from(mark.toString())
  if (Temporal.Instant.compare(seen.add(kept), now) < 0) await files.remove(key)
}

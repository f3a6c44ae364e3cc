import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../db/open.ts'
import type { Config } from '../config.ts'
import { takeIn } from './take-in.ts'

/** Messages that `npm run receive` was handed, in the manner of a Maildir: whole in `new`, or not there. */
const folders = (dataDir: string) => ({ tmp: join(dataDir, 'inbound', 'tmp'), fresh: join(dataDir, 'inbound', 'new') })

/** Resolves once the message is on disk: the server that runs takes it in, now or when it runs again. */
export async function handIn(dataDir: string, raw: Buffer): Promise<void> {
  const { tmp, fresh } = folders(dataDir)
  for (const folder of [tmp, fresh]) await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = randomUUID()
  try {
    await writeFile(join(tmp, name), raw, { mode: 0o600, flag: 'wx', flush: true })
    await rename(join(tmp, name), join(fresh, name))
  } catch (error) {
    // The mail server comes again with the whole of it, to a disk that is full perhaps.
    await rm(join(tmp, name), { force: true })
    throw error
  }
}

/** Takes in what was handed in; while the database is away, it waits where it is. */
export async function takeInSpool(
  db: Database,
  config: Pick<Config, 'dataDir' | 'publicUrl' | 'mailFrom'>,
  now: Temporal.Instant,
): Promise<void> {
  const { tmp, fresh } = folders(config.dataDir)
  await clearAway(tmp, now)
  for (const name of await readdir(fresh).catch(() => [])) {
    const path = join(fresh, name)
    const raw = await readFile(path).catch(() => null)
    if (!raw) continue
    await takeIn(db, raw, config, now)
    await rm(path, { force: true })
  }
}

/** What a pipe that was killed left behind: it comes again, or was bounced. */
async function clearAway(tmp: string, now: Temporal.Instant): Promise<void> {
  const dayAgo = now.subtract({ hours: 24 }).epochMilliseconds
  for (const name of await readdir(tmp).catch(() => [])) {
    const known = await stat(join(tmp, name)).catch(() => null)
    if (known && known.mtimeMs < dayAgo) await rm(join(tmp, name), { force: true })
  }
}

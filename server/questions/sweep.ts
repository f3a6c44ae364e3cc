import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reads } from '../../db/open.ts'
import { answerFiles } from '../../db/schema.ts'
import { answersFolder } from './store.ts'

/** An upload takes half an hour at the most; until its row is there, its file belongs to nobody. */
const keptWhileComing = { hours: 2 }

/** Deletes files that answer nothing: left by a process that died, or by a question or meeting that was deleted. */
export async function sweepAnswers(db: Reads, dataDir: string, now: Temporal.Instant): Promise<void> {
  const folder = answersFolder(dataDir)
  const names = existsSync(folder) ? await readdir(folder) : []
  if (names.length === 0) return
  const known = new Set((await db.select({ id: answerFiles.id }).from(answerFiles)).map(({ id }) => id))
  for (const name of names.filter((one) => !known.has(one))) {
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < now.subtract(keptWhileComing).epochMilliseconds) await rm(join(folder, name), { force: true })
  }
}

import type { Reads } from '../../db/open.ts'
import { answerFiles } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { keptWhileComing, sweepTorn } from '../files/sweep.ts'
import { answerKey } from './store.ts'

/** Deletes files that answer nothing: left by a process that died, or by a question or meeting that was deleted. */
export async function sweepAnswers(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  await sweepTorn(files, 'answers', now)
  // Until its row is there, a file belongs to nobody.
  const before = now.subtract(keptWhileComing)
  const old = (await files.list('answers')).filter(({ changedAt }) => Temporal.Instant.compare(changedAt, before) < 0)
  if (old.length === 0) return
  const known = new Set((await db.select({ id: answerFiles.id }).from(answerFiles)).map(({ id }) => id))
  for (const { name } of old) if (!known.has(name)) await files.remove(answerKey({ id: name }))
}

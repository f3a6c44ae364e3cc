import { rm } from 'node:fs/promises'
import { oldCopies } from '../../db/old-copies.ts'
import { sqlitePath } from '../../db/open.ts'
import { oldReplacedFiles } from '../backups/replaced-files.ts'
import type { Config } from '../config.ts'

/** Deletes what migrations and restores put aside a month ago. Copies of PostgreSQL are not ours. */
export async function forgetCopies(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  now: Temporal.Instant,
): Promise<void> {
  const copies = databaseUrl.startsWith('sqlite:') ? oldCopies(sqlitePath(databaseUrl), now) : []
  for (const copy of [...copies, ...oldReplacedFiles(dataDir, now)]) await rm(copy, { recursive: true, force: true })
}

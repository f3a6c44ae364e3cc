import { rm } from 'node:fs/promises'
import { oldCopies } from '../../db/old-copies.ts'
import { sqlitePath } from '../../db/open.ts'
import type { Config } from '../config.ts'

/** Deletes what migrations and restores put aside a month ago. Copies of PostgreSQL are not ours. */
export async function forgetCopies({ databaseUrl }: Pick<Config, 'databaseUrl'>, now: Temporal.Instant): Promise<void> {
  if (!databaseUrl.startsWith('sqlite:')) return
  for (const copy of oldCopies(sqlitePath(databaseUrl), now)) await rm(copy, { force: true })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, isGiven } from '../config.ts'

/** Without a `DATABASE_URL`, everything is in a new temporary folder and gone when the process is. */
export function throwAway(config: Config): Config {
  if (isGiven('DATABASE_URL')) return config
  const folder = mkdtempSync(join(tmpdir(), 'kopa-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const dataDir = isGiven('DATA_DIR') ? config.dataDir : folder
  return { ...config, databaseUrl: `sqlite:${join(folder, 'kopa.db')}`, dataDir, filesAt: null, backups: null }
}

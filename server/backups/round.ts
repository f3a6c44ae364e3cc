import { sqlitePath } from '../../db/open.ts'
import type { Config } from '../config.ts'
import { filesOf } from '../files/files-of.ts'
import { backUp } from './back-up.ts'
import { nameAt, outlived } from './keep.ts'
import { noteBackup } from './last.ts'
import { storeOf } from './store-of.ts'
import { sweepTornUploads } from './torn.ts'

export type BackupConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'filesAt' | 'backups' | 'backupKey'>

/** Takes the backup that is due, and only then deletes those that have had their time. Resolves to its name. */
export async function backUpByTurn(
  config: BackupConfig,
  to: string,
  keepDays: number,
  now: Temporal.Instant,
): Promise<string> {
  const { databaseUrl, dataDir, backupKey } = config
  const store = storeOf(to, dataDir)
  // Before, since their room may be what the next one lacks.
  await sweepTornUploads(dataDir, now)
  const name = nameAt(now, backupKey ? '.age' : '')
  await backUp({ file: sqlitePath(databaseUrl), files: filesOf(config) }, store, name, backupKey)
  await noteBackup(dataDir, now)
  for (const one of outlived(await store.names(), keepDays, now)) await store.remove(one)
  return name
}

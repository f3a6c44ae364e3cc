import { basename, dirname } from 'node:path'
import { Unopenable } from '../../db/unopenable.ts'
import { backUp } from '../backups/back-up.ts'
import { noteBackup } from '../backups/last.ts'
import { backUpByTurn } from '../backups/round.ts'
import { folderStore } from '../backups/store.ts'
import { configFromEnvironment } from '../config.ts'
import { filesOf } from '../files/files-of.ts'
import { command, sqliteFile } from './command.ts'

await command(async () => {
  const config = configFromEnvironment()
  const { backups, backupKey, dataDir } = config
  const [path, ...more] = process.argv.slice(2)
  const file = sqliteFile(config.databaseUrl)
  const now = Temporal.Now.instant()
  if (path !== undefined && more.length === 0) {
    await backUp({ file, files: filesOf(config) }, folderStore(dirname(path)), basename(path), backupKey)
    await noteBackup(dataDir, now)
    console.log(`Backed up to ${path}: the database and all files, read back and found whole${sealed(backupKey)}.`)
  } else if (path === undefined && backups) {
    const name = await backUpByTurn(config, backups.to, backups.keepDays, now)
    console.log(`Backed up as ${name}: the database and all files, read back and found whole${sealed(backupKey)}.`)
  } else throw new Unopenable('Use it like this: npm run backup -- FILE, or with BACKUP_TO: npm run backup')
})

function sealed(key: string | null): string {
  return key ? ', encrypted' : ''
}

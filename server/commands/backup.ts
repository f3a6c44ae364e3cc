import { backUp } from '../../db/backup.ts'
import { configFromEnvironment } from '../config.ts'
import { argument, command, sqliteFile } from './command.ts'

await command(async () => {
  const backup = argument('npm run backup -- FILE')
  const { databaseUrl, dataDir } = configFromEnvironment()
  await backUp(sqliteFile(databaseUrl), dataDir, backup)
  console.log(`Backed up to ${backup}. Keep ${backup}.sha256 and, if there is one, the folder ${backup}-files with it.`)
})

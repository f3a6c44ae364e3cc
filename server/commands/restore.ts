import { restore } from '../../db/restore.ts'
import { configFromEnvironment } from '../config.ts'
import { argument, command, sqliteFile } from './command.ts'

await command(async () => {
  const backup = argument('npm run restore -- FILE')
  const { databaseUrl, dataDir } = configFromEnvironment()
  const file = sqliteFile(databaseUrl)
  const replaced = await restore(file, dataDir, backup, Temporal.Now.instant())
  console.log(`${file} is what ${backup} held. Start Kopā again.`)
  if (replaced) console.log(`What was there before is kept in ${replaced}: delete it once all is well.`)
})

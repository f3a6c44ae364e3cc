import { open } from '../../db/open.ts'
import { restore } from '../../db/restore.ts'
import { configFromEnvironment } from '../config.ts'
import { eraseAgain } from '../my-data/erase-again.ts'
import { notedErasures } from '../my-data/erasure-log.ts'
import { argument, command, sqliteFile } from './command.ts'

await command(async () => {
  const backup = argument('npm run restore -- FILE')
  const { databaseUrl, dataDir } = configFromEnvironment()
  const file = sqliteFile(databaseUrl)
  const now = Temporal.Now.instant()
  const replaced = await restore(file, dataDir, backup, now)
  await forgetAgain(databaseUrl, dataDir, now)
  console.log(`${file} is what ${backup} held. Start Kopā again.`)
  if (replaced)
    console.log(`What was there before is kept in ${replaced}: delete it once all is well; Kopā does in 30 days.`)
})

/** Whoever was erased since the backup was taken must not come back with it. */
async function forgetAgain(databaseUrl: string, dataDir: string, now: Temporal.Instant): Promise<void> {
  if ((await notedErasures(dataDir)).length === 0) return
  const db = await open(databaseUrl)
  await eraseAgain(db, dataDir, now)
  await db.close()
}

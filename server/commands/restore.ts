import { createReadStream, existsSync } from 'node:fs'
import { open } from '../../db/open.ts'
import { Unopenable } from '../../db/unopenable.ts'
import { restore } from '../backups/restore.ts'
import { storeOf } from '../backups/store-of.ts'
import { type Config, configFromEnvironment } from '../config.ts'
import { filesOf, whereFiles } from '../files/files-of.ts'
import type { FileStore } from '../files/store.ts'
import { eraseAgain } from '../my-data/erase-again.ts'
import { notedErasures } from '../my-data/erasure-log.ts'
import { shareErasures } from '../my-data/shared-erasures.ts'
import { argument, command, sqliteFile } from './command.ts'

await command(async () => {
  const what = argument('npm run restore -- FILE')
  const config = configFromEnvironment()
  const { databaseUrl, backupKey: key } = config
  const files = filesOf(config)
  const file = sqliteFile(databaseUrl)
  const now = Temporal.Now.instant()
  const aside = await restore({ file, files }, { bytes: await bytesOf(what, config), what, key }, now)
  await forgetAgain(databaseUrl, files, now)
  console.log(`${file} and the files in ${whereFiles(config)} are what ${what} held. Start Kopā again.`)
  for (const path of aside.filter((one) => existsSync(one)))
    console.log(`What was there before is kept in ${path}: delete it once all is well; Kopā does in 30 days.`)
})

/** A file here, or one of those in `BACKUP_TO` by its name. */
async function bytesOf(what: string, { backups, dataDir }: Config): Promise<AsyncIterable<Uint8Array>> {
  if (existsSync(what)) return createReadStream(what)
  const bytes = backups ? await storeOf(backups.to, dataDir).read(what) : null
  return bytes ?? refuse(what)
}

function refuse(what: string): never {
  throw new Unopenable(`There is no backup at ${what}.`)
}

/** Whoever was erased since the backup was taken must not come back with it. */
async function forgetAgain(databaseUrl: string, files: FileStore, now: Temporal.Instant): Promise<void> {
  if (!files.isShared && (await notedErasures(files.dataDir)).length === 0) return
  const db = await open(databaseUrl)
  await eraseAgain(db, files, now)
  await shareErasures(db, files, now)
  await db.close()
}

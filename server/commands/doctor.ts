import { accessSync, constants, existsSync } from 'node:fs'
import { examineSqlite, type Finding } from '../../db/examine.ts'
import { examinePostgres } from '../../db/examine-postgres.ts'
import { sqlitePath } from '../../db/open.ts'
import { isOverdue, lastBackup } from '../backups/last.ts'
import { type Config, configFromEnvironment } from '../config.ts'
import { s3Place } from '../s3-place.ts'
import { command } from './command.ts'
import { storeOfFiles } from './examine-files.ts'
import { clock, mail, permissions, zoneData } from './examine-surroundings.ts'

await command(async () => {
  const config = configFromEnvironment()
  const findings = [
    ...configuration(config),
    ...surroundings(config),
    await storeOfFiles(config),
    await mail(config),
    await backups(config, Temporal.Now.instant()),
    ...(await database(config)),
  ]
  for (const finding of findings) console.log(line(finding))
  if (findings.some(({ remedy }) => remedy)) process.exitCode = 1
})

function configuration({ publicUrl, smtpUrl, mailFrom }: Config): Finding[] {
  const local = /^http:\/\/(localhost|127\.|\[::1\])/.test(publicUrl)
  const url: Finding = { about: 'PUBLIC_URL', found: publicUrl }
  if (!local && !publicUrl.startsWith('https:'))
    url.remedy = 'Serve it by https: sign-in and manage links travel in it.'
  const mail: Finding = smtpUrl
    ? { about: 'SMTP_URL', found: `letters go out as ${mailFrom}` }
    : { about: 'SMTP_URL', found: 'not set: letters stay in the outbox' }
  return [url, mail]
}

function dataFolder({ dataDir }: Config): Finding {
  const about = 'DATA_DIR'
  if (!existsSync(dataDir)) return { about, found: `${dataDir} does not exist yet; npm start makes it` }
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK)
    return { about, found: `${dataDir} can be read and written` }
  } catch {
    return {
      about,
      found: `${dataDir} cannot be written`,
      remedy: 'Give the account that runs Kopā the right to write it.',
    }
  }
}

function surroundings(config: Config): Finding[] {
  const folder = dataFolder(config)
  const inside = existsSync(config.dataDir) && !folder.remedy ? [permissions(config), clock(config)] : []
  return [folder, ...inside, zoneData(Temporal.Now.instant())]
}

async function backups({ backups: kept, dataDir, backupKey }: Config, now: Temporal.Instant): Promise<Finding> {
  const about = 'backups'
  const last = await lastBackup(dataDir)
  const found = last ? `the last one taken here is of ${last.round('second')}` : 'none has been taken here'
  if (kept && s3Place(kept.to) && !backupKey)
    return {
      about,
      found: 'they leave this machine unencrypted',
      remedy: 'Give a key in BACKUP_KEY or BACKUP_KEY_FILE.',
    }
  if (!kept || !isOverdue(last, kept.everyHours, now)) return { about, found }
  return { about, found, remedy: 'See the log for why, and take one: npm run backup.' }
}

async function database({ databaseUrl }: Config): Promise<Finding[]> {
  if (databaseUrl.startsWith('sqlite:')) return examineSqlite(sqlitePath(databaseUrl), Temporal.Now.instant())
  return examinePostgres(databaseUrl)
}

function line({ about, found, remedy }: Finding): string {
  return remedy ? `NOT OK  ${about}: ${found}. ${remedy}` : `ok      ${about}: ${found}`
}

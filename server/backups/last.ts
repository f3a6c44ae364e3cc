import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes down in `DATA_DIR/last-backup` that a backup was taken, and read back whole. */
export async function noteBackup(dataDir: string, now: Temporal.Instant): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(file(dataDir), `${now}\n`, { mode: 0o600 })
}

/** Null when none has been taken here. */
export async function lastBackup(dataDir: string): Promise<Temporal.Instant | null> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => '')
  const [at] = /^\S+Z$/m.exec(text) ?? []
  return at ? Temporal.Instant.from(at) : null
}

/** Whether it is time for the next. */
export function isDue(last: Temporal.Instant | null, everyHours: number, now: Temporal.Instant): boolean {
  return !last || last.until(now).total('hours') >= everyHours
}

/** Whether one is missing that should have been taken by now: the one after the last, with an hour's grace. */
export function isOverdue(last: Temporal.Instant | null, everyHours: number, now: Temporal.Instant): boolean {
  return !last || last.until(now).total('hours') > everyHours + 1
}

/** Whether `BACKUP_TO` lacks one that is due. */
export async function lacksBackup({ backups, dataDir }: Kept, now: Temporal.Instant): Promise<boolean> {
  return backups !== null && isOverdue(await lastBackup(dataDir), backups.everyHours, now)
}

type Kept = { backups: { everyHours: number } | null; dataDir: string }

function file(dataDir: string): string {
  return join(dataDir, 'last-backup')
}

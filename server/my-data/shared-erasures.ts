import type { Database } from '../../db/open.ts'
import { erasures } from '../../db/schema.ts'
import { type FileStore, putBytes } from '../files/store.ts'
import { eraseAgain } from './erase-again.ts'
import { notedErasures } from './erasure-log.ts'

/**
 * Lets servers that share a store know of each other's erasures: notes there whom this one erased, and erases whoever
 * another did and is known again, because an older database was brought back.
 */
export async function shareErasures(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  if (!files.isShared) return
  const rows = await db.select({ id: erasures.registrationId }).from(erasures)
  const ours = new Set([...(await notedErasures(files.dataDir)), ...rows].map(({ id }) => id))
  const theirs = new Set((await files.list('erased')).map(({ name }) => name))
  for (const id of ours.difference(theirs)) await putBytes(files, `erased/${id}`, `${now}\n`)
  await eraseAgain(db, files, now, [...theirs])
}

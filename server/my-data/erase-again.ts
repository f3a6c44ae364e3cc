import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { erasures, meetings, projects, registrations } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { carryOut } from './erase.ts'
import { notedErasures, noteErasure } from './erasure-log.ts'

/**
 * Erases whoever was erased and is known again, because an older database was brought back. At every start. `elsewhere`:
 * whom other servers erased.
 */
export async function eraseAgain(
  db: Database,
  files: FileStore,
  now: Temporal.Instant,
  elsewhere: readonly string[] = [],
): Promise<void> {
  const noted = await notedErasures(files.dataDir)
  const here = new Set(noted.map(({ id }) => id))
  const ids = [...here.union(new Set(elsewhere))]
  for (let i = 0; i < ids.length; i += 500) {
    for (const { project, meeting, registration } of await stillKnown(db, ids.slice(i, i + 500)))
      await carryOut(db, files, project, meeting, registration, now)
  }
  await noteMissing(db, files.dataDir, here)
}

/** If an older data folder was brought back, or another one is used now. */
async function noteMissing(db: Database, dataDir: string, noted: Set<string>): Promise<void> {
  for (const { registrationId, at } of await db.select().from(erasures))
    if (!noted.has(registrationId)) await noteErasure(dataDir, { id: registrationId, at })
}

async function stillKnown(db: Reads, ids: string[]) {
  return await db
    .select({ project: projects, meeting: meetings, registration: registrations })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(inArray(registrations.id, ids), isNotNull(registrations.name)))
}

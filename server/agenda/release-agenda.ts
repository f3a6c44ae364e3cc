import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, releases } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { draftChanges } from './draft-changes.ts'
import { draftAgenda, releasedAgenda } from './queries.ts'
import { nextRelease, type PlannedSlot, planned } from './release.ts'

/** Shows the draft to the public. The number of the new release, or null when there was nothing to tell. */
export async function releaseAgenda(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<number | null> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      return await release(tx, { project, meeting }, planned(await draftAgenda(tx, meeting)), by, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Writes down the next release, if it differs from the one before; returns its number. */
export async function release(
  tx: Tx,
  { project, meeting }: { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> },
  slots: readonly PlannedSlot[],
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<number | null> {
  const previous = await releasedAgenda(tx, meeting)
  if (draftChanges(previous, slots).length === 0) return null
  const version = (previous?.version ?? 0) + 1
  const agenda = JSON.stringify(nextRelease(previous, slots, now))
  await tx.insert(releases).values({ meetingId: meeting.id, version, releasedAt: now, releasedBy: by.id, agenda })
  await record(tx, 'agenda.released', by, { project, meeting }, now, { version: String(version) })
  return version
}

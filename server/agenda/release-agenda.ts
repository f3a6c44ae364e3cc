import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, releases } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { draftChanges } from './draft-changes.ts'
import { draftAgenda, releasedAgenda } from './queries.ts'
import { nextRelease, planned } from './release.ts'

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
      return await release(tx, project, meeting, by, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

async function release(
  tx: Tx,
  project: Pick<Project, 'id'>,
  meeting: Pick<Meeting, 'id'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<number | null> {
  const previous = await releasedAgenda(tx, meeting)
  const timed = planned(await draftAgenda(tx, meeting))
  if (draftChanges(previous, timed).length === 0) return null
  const version = (previous?.version ?? 0) + 1
  const agenda = JSON.stringify(nextRelease(previous, timed, now))
  await tx.insert(releases).values({ meetingId: meeting.id, version, releasedAt: now, releasedBy: by.id, agenda })
  await record(tx, 'agenda.released', by, { project, meeting }, now, { version: String(version) })
  return version
}

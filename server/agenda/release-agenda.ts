import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, releases } from '../../db/schema.ts'
import { tellRelease } from '../digest/tell-release.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { followRelease } from '../workshops/follow-release.ts'
import { draftChanges } from './draft-changes.ts'
import { draftAgenda, lastStep, releasedAgenda } from './queries.ts'
import { nextRelease, type PlannedSlot, planned } from './release.ts'

/** What an organiser had before them: the number of the last step of the draft, and of the release beside it, 0 if none. */
export type Seen = { step: number; version: number }

/**
 * Shows the draft to the public. The number of the new release, null when there was nothing to tell, or 'moved' when
 * the difference is no longer the one that was `seen`.
 */
export async function releaseAgenda(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
  { name = '', seen }: { name?: string; seen?: Seen } = {},
): Promise<number | null | 'moved'> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const slots = planned(await draftAgenda(tx, meeting))
      const previous = await releasedAgenda(tx, meeting)
      if (draftChanges(previous, slots).length === 0) return null
      const current = { step: await lastStep(tx, meeting), version: previous?.version ?? 0 }
      if (seen && (seen.step !== current.step || seen.version !== current.version)) return 'moved'
      return await release(tx, { project, meeting }, slots, by, now, { name })
    },
    { touches: project.id, lock: meeting.id },
  )
}

type Releasing = {
  name?: string
  lateMinutes?: number | null
  withDays?: true | undefined
  /** Its own, where a form sent twice shall make one. */
  id?: string | undefined
}

/** Writes down the next release, if it differs from the one before; returns its number. */
export async function release(
  tx: Tx,
  { project, meeting }: { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> },
  slots: readonly PlannedSlot[],
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
  { name = '', lateMinutes = null, id, withDays }: Releasing = {},
): Promise<number | null> {
  const previous = await releasedAgenda(tx, meeting)
  if (draftChanges(previous, slots).length === 0) return null
  const version = (previous?.version ?? 0) + 1
  const agenda = JSON.stringify({ ...nextRelease(previous, slots, now), withDays })
  const row = { meetingId: meeting.id, version, releasedAt: now, releasedBy: by.id, name, lateMinutes, agenda }
  await tx.insert(releases).values(id ? { ...row, id } : row)
  await record(tx, 'agenda.released', by, { project, meeting }, now, { version: String(version) })
  await followRelease(tx, meeting, { before: previous?.slots ?? [], after: slots, version }, now)
  if (lateMinutes === null) await tellRelease(tx, { project, meeting }, previous?.version ?? 0, now)
  return version
}

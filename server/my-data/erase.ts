import type { Database } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { erasures } from '../../db/schema.ts'
import { forgetAsker } from '../dialogue/forget-asker.ts'
import type { FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { unshow } from '../photos/forget.ts'
import { removeAnswerFiles } from '../questions/forget.ts'
import { notFound } from '../refusal.ts'
import { leave } from '../registrations/cancel.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { forgetRegistrations } from '../retention/forget-registrations.ts'
import { noteErasure } from './erasure-log.ts'

/**
 * A person's own wish: everything by which they could be known goes now, from rows, files and the write-ahead log, and
 * their place to whoever is next. No letter says so, since there is no address left (docs/decisions/erasing.md).
 */
export async function erase(
  db: Database,
  files: FileStore,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  // Before the commit: better erased twice than forgotten to be.
  await noteErasure(files.dataDir, { id: registration.id, at: now })
  await carryOut(db, files, project, meeting, registration, now)
}

/** What is noted already is done, or done again. */
export async function carryOut(
  db: Database,
  files: FileStore,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Registration, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, id)
      if (!current || current.name === null) return []
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      // The letter that says so is wiped with all others: there will be no address to send it to.
      // Once it is over, that somebody came is history, and stays counted.
      if (isLive(current) && !isOver(fresh, now)) await leave(tx, project, fresh, current, now)
      await tx.insert(erasures).values({ registrationId: id, at: now }).onConflictDoNothing()
      await unshow(tx, { registrationId: id })
      await record(tx, 'registration.erased', null, { project, meeting }, now)
      await forgetAsker(tx, project, current.email)
      return await forgetRegistrations(tx, [id])
    },
    { touches: project.id, lock: meeting.id },
  )
  await removeAnswerFiles(files, gone)
  await db.emptyLog()
}

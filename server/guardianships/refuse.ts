import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { erasures, guardianshipLinks, guardianships, type Registration } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { noteErasure } from '../my-data/erasure-log.ts'
import { removeAnswerFiles } from '../questions/forget.ts'
import { notFound } from '../refusal.ts'
import { tell } from '../registrations/letters/letters.ts'
import { become } from '../registrations/places/become.ts'
import { offerFreedPlaces } from '../registrations/places/waiting-list.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { forgetRegistrations } from '../retention/forget-registrations.ts'
import { knownWorkshops } from '../workshops/known.ts'
import { attendanceText } from './consent.ts'
import type { Child } from './queries.ts'
import { stillAsked } from './still-asked.ts'

/**
 * A guardian's no, at first or later: the registration ends, the place goes on, and all by which the child could be
 * known is wiped but for one letter that says so. After the meeting it is wiped alone.
 */
export async function refuseAsGuardian(
  db: Database,
  files: FileStore,
  child: Child,
  now: Temporal.Instant,
): Promise<void> {
  if (child.guardianship.about !== 'attendance') notFound()
  const { project, meeting } = child
  const gone = await db.transact((tx) => refuse(tx, files.dataDir, child, now), {
    touches: project.id,
    lock: meeting.id,
  })
  await removeAnswerFiles(files, gone)
  await db.emptyLog()
}

async function refuse(tx: Tx, dataDir: string, child: Child, now: Temporal.Instant) {
  const { project, meeting, registration, guardianship } = child
  const before = await stillAsked(tx, guardianship)
  if (before.agreed === false) return []
  // Once it is sure whose no it is, and before the commit: better erased twice than forgotten to be.
  await noteErasure(dataDir, { id: registration.id, at: now })
  const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
  const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
  const answer = { agreed: false, answeredAt: now, signedBy: '', textVersion: attendanceText }
  await tx.update(guardianships).set(answer).where(eq(guardianships.id, before.id))
  await record(tx, 'guardianship.refused', null, { project, meeting }, now)
  // Once it is over, that somebody came is history, and stays counted.
  const leaves = isLive(current) && !isOver(fresh, now)
  const workshops = await knownWorkshops(tx, current)
  const ended = leaves ? await become(tx, fresh, current, { status: 'cancelled' }, now, null) : current
  const files = await wipe(tx, ended, before, now)
  if (leaves) {
    const facts = { was: current.status, because: 'guardian', workshops: workshops.join(' ') }
    await tell(tx, 'left', project, fresh, ended, now, facts)
    await offerFreedPlaces(tx, project, fresh, now)
  }
  return files
}

/** The guardian's own link stays: it shows them that it is done. */
async function wipe(tx: Tx, { id }: Registration, guardianship: { id: string }, now: Temporal.Instant) {
  const links = await tx.select().from(guardianshipLinks).where(eq(guardianshipLinks.guardianshipId, guardianship.id))
  await tx.insert(erasures).values({ registrationId: id, at: now }).onConflictDoNothing()
  const files = await forgetRegistrations(tx, [id])
  if (links.length > 0) await tx.insert(guardianshipLinks).values(links)
  return files
}

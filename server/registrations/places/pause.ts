import { eq } from '../../../db/drizzle.ts'
import type { Database, Tx } from '../../../db/open.ts'
import { type Meeting, meetings, type Organiser, type Project } from '../../../db/schema.ts'
import { record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { notFound } from '../../refusal.ts'
import { offerFreedPlaces } from './waiting-list.ts'

/** From now on nobody is offered a freed place by itself; organisers still can by hand. */
export async function pausePromotion(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await set(db, project, meeting, async (tx, { promotionPausedAt }) => {
    if (promotionPausedAt) return
    await tx.update(meetings).set({ promotionPausedAt: now }).where(eq(meetings.id, meeting.id))
    await record(tx, 'promotion.paused', by, { project, meeting }, now)
  })
}

/** What came free meanwhile is offered at once. */
export async function resumePromotion(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await set(db, project, meeting, async (tx, { promotionPausedAt }) => {
    if (!promotionPausedAt) return
    await tx.update(meetings).set({ promotionPausedAt: null }).where(eq(meetings.id, meeting.id))
    await record(tx, 'promotion.resumed', by, { project, meeting }, now)
    await offerFreedPlaces(tx, project, meeting, now)
  })
}

async function set(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  deed: (tx: Tx, fresh: Meeting) => Promise<void>,
): Promise<void> {
  await db.transact(async (tx) => await deed(tx, (await freshMeeting(tx, meeting)) ?? notFound()), {
    touches: project.id,
    lock: meeting.id,
  })
}

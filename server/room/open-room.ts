import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, meetings, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { isRoomOpen } from './is-open.ts'
import { newJoinCode } from './join-code.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/** Lets people ask and vote; the code by which they find the room is made once and stays. */
export async function openRoom(db: Database, where: Where, by: Organiser, now: Temporal.Instant): Promise<void> {
  await setRoom(db, where, 'open', by, now)
}

/** Nothing more is taken; what was asked stays to be read. */
export async function closeRoom(db: Database, where: Where, by: Organiser, now: Temporal.Instant): Promise<void> {
  await setRoom(db, where, 'closed', by, now)
}

async function setRoom(
  db: Database,
  { project, meeting }: Where,
  wanted: 'open' | 'closed',
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (isRoomOpen(fresh, now) === (wanted === 'open')) return
      const opened = { joinCode: fresh.joinCode ?? newJoinCode(), roomOpenedAt: now, roomClosedAt: null }
      const set = wanted === 'open' ? opened : { roomClosedAt: now }
      await tx.update(meetings).set(set).where(eq(meetings.id, meeting.id))
      await record(tx, wanted === 'open' ? 'room.opened' : 'room.closed', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

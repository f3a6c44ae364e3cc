import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings, memberships, type Role, voices } from '../../db/schema.ts'
import { cast } from '../cast.ts'
import { addOrganiser, now } from '../world.ts'

/** Somebody else who may do that in the project. */
export async function addMembership(db: Database, project: { id: string }, role: Role) {
  const organiser = await addOrganiser(db, { ...cast.outsider, name: 'Moderē Moderators', email: 'modere@example.org' })
  const row = { projectId: project.id, organiserId: organiser.id, role, since: now }
  await db.transact((tx) => tx.insert(memberships).values(row), { touches: 'everything' })
  return organiser
}

/** A question that everybody sees, put to that meeting. */
export async function askedAt(db: Database, meeting: { id: string; projectId: string }, text: string) {
  const at = Temporal.Now.instant()
  const row = { projectId: meeting.projectId, meetingId: meeting.id, kind: 'question' as const, locale: 'lv' as const }
  await db.transact((tx) => tx.insert(voices).values({ ...row, text, name: text, status: 'shown', createdAt: at }), {
    touches: 'everything',
  })
}

/** The same in a room that is open to everybody. */
export async function openRoomIn(db: Database, meeting: { id: string; projectId: string }, text: string) {
  const open = { joinCode: 'BCDFGH', roomOpenedAt: Temporal.Now.instant() }
  await db.transact((tx) => tx.update(meetings).set(open).where(eq(meetings.id, meeting.id)), { touches: 'everything' })
  for (const one of [text, text]) await askedAt(db, meeting, one)
}

import { and, desc, eq, gt, ne } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { halfSessions, sessions } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound } from '../refusal.ts'
import { organiserByEmail, takesPart } from './queries.ts'
import type { Session } from './session.ts'

/** Where somebody is signed in, the newest first. */
export async function sessionsOf(db: Reads, organiser: { id: string }, now: Temporal.Instant): Promise<Session[]> {
  return await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.organiserId, organiser.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), desc(sessions.idHash))
}

/** One of their own; whose it is not, for them there is none. Returns how many ended. */
export async function endOwnSession(db: Database, { id }: Organiser, idHash: string): Promise<number> {
  return await db.transact(
    async (tx) => {
      const ended = tx.delete(sessions).where(and(eq(sessions.organiserId, id), eq(sessions.idHash, idHash)))
      return (await ended.returning({ id: sessions.organiserId })).length
    },
    { touches: 'nothing' },
  )
}

export async function endOtherSessions(db: Database, { id }: Organiser, kept: string): Promise<number> {
  return await db.transact(
    async (tx) => {
      // What a stranger with their link has begun ends too; it is no session, and not counted.
      await tx.delete(halfSessions).where(eq(halfSessions.organiserId, id))
      const ended = tx.delete(sessions).where(and(eq(sessions.organiserId, id), ne(sessions.idHash, kept)))
      return (await ended.returning({ id: sessions.organiserId })).length
    },
    { touches: 'nothing' },
  )
}

/** For whoever takes part in the project or in one of its meetings; it costs them a new sign-in, and no more. */
export async function signOutColleague(
  db: Database,
  project: Project,
  colleague: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<number> {
  return await db.transact(
    async (tx) => {
      if (!(await takesPart(tx, project, colleague))) notFound()
      await record(tx, 'people.signed-out', by, { project }, now, { colleague: colleague.id })
      return await endAll(tx, colleague)
    },
    { touches: 'nothing' },
  )
}

/** For the operator's terminal; null where nobody organises with that address. */
export async function signOutByEmail(db: Database, email: string): Promise<number | null> {
  return await db.transact(
    async (tx) => {
      const organiser = await organiserByEmail(tx, email)
      return organiser && (await endAll(tx, organiser))
    },
    { touches: 'nothing' },
  )
}

/** Also what has been begun with a link and waits for the second factor. */
async function endAll(tx: Tx, { id }: { id: string }): Promise<number> {
  await tx.delete(halfSessions).where(eq(halfSessions.organiserId, id))
  return (await tx.delete(sessions).where(eq(sessions.organiserId, id)).returning({ id: sessions.organiserId })).length
}

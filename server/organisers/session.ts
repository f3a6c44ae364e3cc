import type { FastifyRequest } from 'fastify'
import { and, eq, gt } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers, sessions } from '../../db/schema.ts'
import type { House } from '../house.ts'
import { hashOf, newToken } from '../secrets.ts'
import { readCookie } from './cookies.ts'

export type Session = typeof sessions.$inferSelect

/** `session`: the cookie's value. */
export type SignedIn = { session: string; organiserId: string }

/** Used or not; and unused. So long, because helpers sign in at home and stand at a door without a network days later. */
export const sessionDays = 30
export const idleDays = 14

/** Browsers say who they are in the first hundred or so. */
const longestUserAgent = 200

/** Who is asking, read anew on every request. */
export async function signedIn(house: House, request: FastifyRequest): Promise<Organiser | null> {
  const id = readCookie(request, house.config, 'session')
  if (!id) return null
  const at = house.now()
  const [found] = await house.db
    .select({ organiser: organisers, session: sessions })
    .from(sessions)
    .innerJoin(organisers, eq(organisers.id, sessions.organiserId))
    .where(and(eq(sessions.idHash, hashOf(id)), gt(sessions.expiresAt, at)))
  if (!found) return null
  if (isNews(found.session, at)) noteSeen(house.db, found.session, at, request)
  return found.organiser
}

/** Always under a new id, so that nobody can be given a session prepared by somebody else. Returns the cookie's value. */
export async function startSession(
  tx: Tx,
  organiser: { id: string },
  now: Temporal.Instant,
  userAgent: string,
): Promise<string> {
  const id = newToken()
  const whose = { idHash: hashOf(id), organiserId: organiser.id, userAgent: userAgent.slice(0, longestUserAgent) }
  await tx.insert(sessions).values({ ...whose, createdAt: now, expiresAt: endOf({ createdAt: now }, now) })
  return id
}

/** The same session from now on under a new id, as if signed in anew: the former opens nothing. Null: it has ended. */
export async function renewSession(tx: Tx, idHash: string, now: Temporal.Instant): Promise<string | null> {
  const id = newToken()
  const renewed = { idHash: hashOf(id), createdAt: now }
  const [found] = await tx.update(sessions).set(renewed).where(eq(sessions.idHash, idHash)).returning()
  return found ? id : null
}

/** Which session somebody is signed in by, as the table knows it. */
export function sessionHashOf({ config }: Pick<House, 'config'>, request: FastifyRequest): string {
  return hashOf(readCookie(request, config, 'session') ?? '')
}

/** What a session is known by in the list of them. */
export function userAgentOf({ headers }: FastifyRequest): string {
  return headers['user-agent'] ?? ''
}

export async function endSession(db: Database, id: string): Promise<void> {
  await db.transact(async (tx) => await tx.delete(sessions).where(eq(sessions.idHash, hashOf(id))), {
    touches: 'nothing',
  })
}

/** Written down once an hour at most. */
function isNews({ seenAt, createdAt }: Session, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare((seenAt ?? createdAt).add({ hours: 1 }), now) <= 0
}

/** Beside the answer, which does not wait for it; if it fails, the next request tries again. */
function noteSeen(db: Database, session: Session, now: Temporal.Instant, { log }: FastifyRequest): void {
  const seen = { seenAt: now, expiresAt: endOf(session, now) }
  db.transact(async (tx) => await tx.update(sessions).set(seen).where(eq(sessions.idHash, session.idHash)), {
    touches: 'nothing',
  }).catch((error) => log.warn({ err: error }, 'not written down that a session was used'))
}

function endOf({ createdAt }: Pick<Session, 'createdAt'>, lastUsed: Temporal.Instant): Temporal.Instant {
  const [atLatest, idle] = [createdAt.add({ hours: 24 * sessionDays }), lastUsed.add({ hours: 24 * idleDays })]
  return Temporal.Instant.compare(idle, atLatest) < 0 ? idle : atLatest
}

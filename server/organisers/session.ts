import type { FastifyRequest } from 'fastify'
import { and, eq, gt } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers, sessions } from '../../db/schema.ts'
import type { House } from '../house.ts'
import { hashOf, newToken } from '../secrets.ts'
import { readCookie } from './cookies.ts'

export const sessionDays = 30

/** Who is asking, read anew on every request. */
export async function signedIn({ db, config, now }: House, request: FastifyRequest): Promise<Organiser | null> {
  const id = readCookie(request, config, 'session')
  if (!id) return null
  const [found] = await db
    .select({ organiser: organisers })
    .from(sessions)
    .innerJoin(organisers, eq(organisers.id, sessions.organiserId))
    .where(and(eq(sessions.idHash, hashOf(id)), gt(sessions.expiresAt, now())))
  return found?.organiser ?? null
}

/** Always under a new id, so that nobody can be given a session prepared by somebody else. Returns the cookie's value. */
export async function startSession(tx: Tx, organiser: { id: string }, now: Temporal.Instant): Promise<string> {
  const id = newToken()
  const expiresAt = now.add({ hours: 24 * sessionDays })
  await tx.insert(sessions).values({ idHash: hashOf(id), organiserId: organiser.id, createdAt: now, expiresAt })
  return id
}

export async function endSession(db: Database, id: string): Promise<void> {
  await db.transact(async (tx) => await tx.delete(sessions).where(eq(sessions.idHash, hashOf(id))), {
    touches: 'nothing',
  })
}

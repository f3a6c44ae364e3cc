import type { FastifyRequest } from 'fastify'
import { and, eq, gt } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { halfSessions, organisers } from '../../db/schema.ts'
import type { House } from '../house.ts'
import { readCookie } from '../organisers/cookies.ts'
import { hashOf, newToken } from '../secrets.ts'

export type HalfSession = { idHash: string; organiser: Organiser }

export const halfMinutes = 10

/** Who has used their link and still owes the second factor. */
export async function halfSignedIn({ db, config, now }: House, request: FastifyRequest): Promise<HalfSession | null> {
  const id = readCookie(request, config, 'half-session')
  return id ? await halfSession(db, hashOf(id), now()) : null
}

export async function halfSession(db: Reads, idHash: string, now: Temporal.Instant): Promise<HalfSession | null> {
  const [found] = await db
    .select({ idHash: halfSessions.idHash, organiser: organisers })
    .from(halfSessions)
    .innerJoin(organisers, eq(organisers.id, halfSessions.organiserId))
    .where(and(eq(halfSessions.idHash, idHash), gt(halfSessions.expiresAt, now)))
  return found ?? null
}

/** Returns the cookie's value. */
export async function startHalfSession(tx: Tx, organiser: { id: string }, now: Temporal.Instant): Promise<string> {
  const id = newToken()
  const expiresAt = now.add({ minutes: halfMinutes })
  await tx.insert(halfSessions).values({ idHash: hashOf(id), organiserId: organiser.id, createdAt: now, expiresAt })
  return id
}

export async function endHalfSession(tx: Tx, { idHash }: HalfSession): Promise<void> {
  await tx.delete(halfSessions).where(eq(halfSessions.idHash, idHash))
}

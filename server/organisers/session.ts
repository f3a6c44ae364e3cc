import type { FastifyRequest } from 'fastify'
import { and, eq, gt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers, sessions } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** `__Host-` cookies need https; on plain http (a developer's machine) the name goes without. */
export function sessionCookie(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-session' : 'session'
}

/** Who is asking, read anew on every request. */
export async function signedIn(db: Reads, request: FastifyRequest, now: Temporal.Instant): Promise<Organiser | null> {
  const id = request.cookies['__Host-session'] ?? request.cookies.session
  if (!id) return null
  const [found] = await db
    .select({ organiser: organisers })
    .from(sessions)
    .innerJoin(organisers, eq(organisers.id, sessions.organiserId))
    .where(and(eq(sessions.idHash, hashOf(id)), gt(sessions.expiresAt, now)))
  return found?.organiser ?? null
}

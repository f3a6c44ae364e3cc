import { and, count, eq, gt, isNull } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { signInLinks } from '../../db/schema.ts'
import { hashOf, newToken } from '../secrets.ts'
import { hasOrganisers } from './queries.ts'

type SignInLink = typeof signInLinks.$inferSelect

/** 'over': unknown, used or run out, which all look the same. 'elsewhere': asked for in another browser. */
export type OpenedLink =
  | { state: 'over' }
  | { state: 'elsewhere'; organiserId: string | null }
  | { state: 'good'; organiserId: string }
  | { state: 'first-run' }

export const linkMinutes = 10

/** Returns the secret for the link's address; the table keeps its hash. */
export async function newSignInLink(
  tx: Tx,
  bound: { organiserId: string | null; browser: string | null },
  now: Temporal.Instant,
  minutes = linkMinutes,
): Promise<string> {
  const token = newToken()
  await tx.insert(signInLinks).values({
    tokenHash: hashOf(token),
    organiserId: bound.organiserId,
    browserHash: bound.browser === null ? null : hashOf(bound.browser),
    createdAt: now,
    expiresAt: now.add({ minutes }),
  })
  return token
}

/** What a link is good for in this browser. Looking changes nothing: mail scanners look too. */
export async function openLink(
  db: Reads,
  token: string,
  browser: string | undefined,
  now: Temporal.Instant,
): Promise<OpenedLink> {
  const link = await liveLink(db, token, now)
  if (!link) return { state: 'over' }
  if (link.browserHash && link.browserHash !== hashOf(browser ?? ''))
    return { state: 'elsewhere', organiserId: link.organiserId }
  if (link.organiserId) return { state: 'good', organiserId: link.organiserId }
  return (await hasOrganisers(db)) ? { state: 'over' } : { state: 'first-run' }
}

/** A link that is neither used nor run out. */
export async function liveLink(db: Reads, token: string, now: Temporal.Instant): Promise<SignInLink | null> {
  const [link] = await db
    .select()
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, hashOf(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)))
  return link ?? null
}

export async function useUp(tx: Tx, token: string, now: Temporal.Instant): Promise<void> {
  await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(eq(signInLinks.tokenHash, hashOf(token)))
}

export async function linksSince(db: Reads, organiserId: string, since: Temporal.Instant): Promise<number> {
  const [row] = await db
    .select({ links: count() })
    .from(signInLinks)
    .where(and(eq(signInLinks.organiserId, organiserId), gt(signInLinks.createdAt, since)))
  return row?.links ?? 0
}

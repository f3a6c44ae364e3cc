import { and, asc, count, eq, gt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { authenticators, passkeys, recoveryCodes, sessions } from '../../db/schema.ts'

type Whose = Pick<Organiser, 'id'>
export type Authenticator = typeof authenticators.$inferSelect
export type Passkey = typeof passkeys.$inferSelect

/** What somebody can show beside the link in their letter. */
export type Factors = { app: Authenticator | null; passkeys: Passkey[]; codesLeft: number }

export async function factorsOf(db: Reads, organiser: Whose): Promise<Factors> {
  const [codes] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.organiserId, organiser.id))
  return {
    app: await appOf(db, organiser),
    passkeys: await passkeysOf(db, organiser),
    codesLeft: codes?.left ?? 0,
  }
}

/** Recovery codes are none by themselves: they go with the last app or passkey. */
export async function hasFactor(db: Reads, organiser: Whose): Promise<boolean> {
  return (await appOf(db, organiser)) !== null || (await passkeysOf(db, organiser)).length > 0
}

export async function appOf(db: Reads, { id }: Whose): Promise<Authenticator | null> {
  const [found] = await db.select().from(authenticators).where(eq(authenticators.organiserId, id))
  return found ?? null
}

export async function passkeysOf(db: Reads, { id }: Whose): Promise<Passkey[]> {
  return await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.organiserId, id))
    .orderBy(asc(passkeys.addedAt), asc(passkeys.id))
}

const freshMinutes = 10

/** Signed in, or shown their second factor again, so short a time ago that it is still they who sit there. */
export async function isFresh(db: Reads, sessionHash: string, now: Temporal.Instant): Promise<boolean> {
  const since = now.subtract({ minutes: freshMinutes })
  const [found] = await db
    .select({ at: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.idHash, sessionHash), gt(sessions.createdAt, since)))
  return found !== undefined
}

import { and, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { signInLinks } from '../../db/schema.ts'
import { type Newcomer, newOrganiser } from './newcomers.ts'
import { hasOrganisers } from './queries.ts'
import { type SignedIn, startSession } from './session.ts'
import { newSignInLink, type OpenedLink, openLink, useUp } from './sign-in-link.ts'

const aDay = 24 * 60

/** While nobody organises here: the secret of a link that makes the first organiser, the only one such at a time. */
export async function firstRunLink(db: Database, now: Temporal.Instant): Promise<string | null> {
  return await db.transact(
    async (tx) => {
      if (await hasOrganisers(tx)) return null
      await tx.delete(signInLinks).where(and(isNull(signInLinks.organiserId), isNull(signInLinks.usedAt)))
      return await newSignInLink(tx, { organiserId: null, browser: null }, now, aDay)
    },
    { touches: 'nothing', lock: 'organisers' },
  )
}

/** Makes the first organiser and signs them in; or says what the link is instead. */
export async function welcomeFirstOrganiser(
  db: Database,
  token: string,
  newcomer: Newcomer,
  now: Temporal.Instant,
  userAgent = '',
): Promise<SignedIn | OpenedLink> {
  return await db.transact(
    async (tx) => {
      const link = await openLink(tx, token, undefined, now)
      if (link.state !== 'first-run') return link
      await useUp(tx, token, now)
      const organiser = await newOrganiser(tx, newcomer, now)
      return { session: await startSession(tx, organiser, now, userAgent), organiserId: organiser.id }
    },
    { touches: 'nothing', lock: 'organisers' },
  )
}

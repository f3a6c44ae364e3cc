import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { signInLinks } from '../../db/schema.ts'
import { queueLetter } from '../mail/queue.ts'
import { startHalfSession } from '../second-factors/half-session.ts'
import { factorLock } from '../second-factors/lock.ts'
import { hasFactor } from '../second-factors/queries.ts'
import { hashOf } from '../secrets.ts'
import { newOrganiser } from './newcomers.ts'
import { organiserByEmail } from './queries.ts'
import { type SignedIn, startSession } from './session.ts'
import { linksSince, liveLink, newSignInLink, type OpenedLink, openLink, useUp } from './sign-in-link.ts'

/** So that nobody can flood an organiser's mailbox; and so many that nobody shuts one out by asking in their name. */
const linksPerHour = 30

/**
 * Sends a sign-in link to an organiser's address, good only in the browser that asked. For any other address the same
 * work is done and leaves nothing: neither the answer nor its time tells who is an organiser.
 */
export async function askToSignIn(db: Database, email: string, browser: string, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const organiser = await organiserByEmail(tx, email)
      const sent = await linksSince(tx, organiser?.id ?? '', now.subtract({ hours: 1 }))
      const token = await newSignInLink(tx, { organiserId: organiser?.id ?? null, browser }, now)
      if (organiser && sent < linksPerHour) await sendLink(tx, organiser, token, now)
      else await tx.delete(signInLinks).where(eq(signInLinks.tokenHash, hashOf(token)))
    },
    { touches: 'nothing', lock: `sign-in ${email.toLowerCase()}` },
  )
}

/** The cookie of a session, or of half of one for somebody who has a second factor to show; or what the link is instead. */
export type LetIn = SignedIn | { halfSession: string } | OpenedLink

/** Uses a link up and starts a session; only half of one for whoever has a second factor at that moment. */
export async function signIn(
  db: Database,
  token: string,
  browser: string | undefined,
  now: Temporal.Instant,
  userAgent = '',
): Promise<LetIn> {
  const whose = await liveLink(db, token, now)
  return await db.transact(
    async (tx) => {
      const link = await openLink(tx, token, browser, now)
      if (link.state !== 'good') return link
      await useUp(tx, token, now)
      const { organiserId } = link
      const organiser = { id: organiserId }
      if (await hasFactor(tx, organiser)) return { halfSession: await startHalfSession(tx, organiser, now) }
      return { session: await startSession(tx, organiser, now, userAgent), organiserId }
    },
    { touches: 'nothing', lock: [hashOf(token), factorLock(whose?.organiserId ?? '')] },
  )
}

/** For the operator's terminal: the secret of a link that any browser may use; the organiser is made if there is none. */
export async function signInLinkFor(db: Database, email: string, now: Temporal.Instant): Promise<string> {
  return await db.transact(
    async (tx) => {
      const name = email.split('@')[0] ?? email
      const organiser =
        (await organiserByEmail(tx, email)) ?? (await newOrganiser(tx, { name, email, locale: 'lv' }, now))
      return await newSignInLink(tx, { organiserId: organiser.id, browser: null }, now)
    },
    { touches: 'nothing', lock: 'organisers' },
  )
}

async function sendLink(tx: Tx, organiser: Organiser, token: string, now: Temporal.Instant): Promise<void> {
  const { id: organiserId, email: recipient, locale } = organiser
  await queueLetter(tx, { kind: 'sign-in', organiserId, recipient, locale, token }, now)
}

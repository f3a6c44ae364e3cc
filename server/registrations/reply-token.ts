import { and, eq, given, isNotNull } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Registration, registrations } from '../../db/schema.ts'
import { isLive } from './queries.ts'

type Whose = { meetingId: string; emailKey?: string | null }

/**
 * Whoever registers again still has one entry in their calendar, and goes on answering to one address: a registration
 * that ended hands its secret on, and another live one shares it (null). Undefined: there was none.
 */
export async function inheritedReplyToken(tx: Tx, whose: Whose): Promise<string | null | undefined> {
  const holder = await holderOf(tx, whose)
  if (!holder) return undefined
  if (isLive(holder)) return null
  await tx.update(registrations).set({ replyToken: null }).where(eq(registrations.id, holder.id))
  return holder.replyToken
}

/** The secret of that address at that meeting, whichever of its registrations holds it. */
export async function replyTokenOf(db: Reads, registration: Registration): Promise<string | null> {
  return registration.replyToken ?? (await holderOf(db, registration))?.replyToken ?? null
}

async function holderOf(db: Reads, { meetingId, emailKey }: Whose): Promise<Registration | null> {
  if (!emailKey) return null
  const [holder] = await prepared(db, holding).execute({ meeting: meetingId, emailKey })
  return holder ?? null
}

const holding = (db: Reads) =>
  db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, given('meeting')),
        eq(registrations.emailKey, given('emailKey')),
        isNotNull(registrations.replyToken),
      ),
    )
    .limit(1)

import { eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import { personalFeeds } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { hashOf } from '../secrets.ts'
import { feedAt, isOf, type Whose } from './queries.ts'

export type Wanted = { locale: Locale; alarmMinutes: number | null }

/** Makes somebody's feed, or gives it a new address: the old one leads nowhere from then on. */
export async function makeFeed(
  db: Database,
  whose: Whose,
  secret: string,
  wanted: Wanted,
  now: Temporal.Instant,
): Promise<void> {
  const set = { tokenHash: hashOf(secret), ...wanted }
  const { projectId, emailKey, speakerId } = personalFeeds
  const target = 'speakerId' in whose ? speakerId : [projectId, emailKey]
  await db.transact(
    async (tx) => {
      const other = await feedAt(tx, secret)
      if (other && !isTheirs(other.feed, whose)) notFound()
      await tx
        .insert(personalFeeds)
        .values({ ...whose, ...set, createdAt: now })
        .onConflictDoUpdate({ target, set: { ...set, createdAt: now } })
    },
    { touches: 'nothing' },
  )
}

/** The address stays. */
export async function changeFeed(db: Database, { id }: { id: string }, wanted: Wanted): Promise<void> {
  await db.transact((tx) => tx.update(personalFeeds).set(wanted).where(eq(personalFeeds.id, id)), {
    touches: 'nothing',
  })
}

export async function endFeed(db: Database, whose: Whose): Promise<void> {
  await db.transact((tx) => tx.delete(personalFeeds).where(isOf(whose)), { touches: 'nothing' })
}

function isTheirs(feed: typeof personalFeeds.$inferSelect, whose: Whose): boolean {
  if ('speakerId' in whose) return feed.speakerId === whose.speakerId
  return feed.projectId === whose.projectId && feed.emailKey === whose.emailKey
}

import { and, eq, gte } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, letters } from '../../db/schema.ts'
import { slotOf } from '../digest/news.ts'
import { digestKind } from '../digest/queries.ts'
import { speakersOf } from '../digest/settle.ts'
import { toldOf } from '../digest/told.ts'

/** Slots that a letter about the agenda has told a speaker of since this one was queued: when, and where they are now. */
export async function toldAlready(
  db: Reads,
  { speakerId, meetingId, queuedAt }: Letter,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<Set<string>> {
  const isDigest = and(eq(letters.kind, digestKind), eq(letters.meetingId, meetingId ?? ''))
  const digests = await db
    .select()
    .from(letters)
    .where(and(isDigest, gte(letters.sentAt, queuedAt)))
  const told = new Set<string>()
  for (const digest of digests.filter((one) => speakersOf(one).includes(speakerId ?? ''))) {
    const own = (await toldOf(db, digest, publicUrl, now))?.own ?? []
    for (const news of own) told.add(slotOf(news).id)
  }
  return told
}

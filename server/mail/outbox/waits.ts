import { and, eq, inArray, isNotNull, sql } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { deliveries, type Letter, letters, mailings, organisers } from '../../../db/schema.ts'
import { isRationed } from '../quota.ts'

/** Why a letter has not gone yet. */
export type Wait =
  | { is: 'held'; by: string | null; since: Temporal.Instant }
  | { is: 'on-its-way' | 'no-server' | 'paused' | 'earlier' | 'due' }
  | { is: 'rationed' | 'settling'; until: Temporal.Instant }
  | { is: 'again'; until: Temporal.Instant; answer: string | null }

type Circumstances = { hasServer: boolean; now: Temporal.Instant }

/** By the letter's id, of those that wait. */
export async function waitsOf(
  db: Reads,
  some: readonly Letter[],
  { hasServer, now }: Circumstances,
): Promise<Map<string, Wait>> {
  const waiting = some.filter(({ sentAt, endedAt }) => sentAt === null && endedAt === null)
  if (waiting.length === 0) return new Map()
  const ids = waiting.map(({ id }) => id)
  const holders = await holdersOf(db, ids)
  const [paused, behind] = [await pausedAmong(db, ids), await behindOthers(db, ids)]
  return new Map(waiting.map((letter) => [letter.id, waitOf(letter)]))

  function waitOf(letter: Letter): Wait {
    const { id, heldAt, claimedUntil, dueAt } = letter
    if (heldAt) return { is: 'held', by: holders.get(id) ?? null, since: heldAt }
    if (claimedUntil && Temporal.Instant.compare(claimedUntil, now) > 0) return { is: 'on-its-way' }
    if (!hasServer) return { is: 'no-server' }
    if (paused.has(id)) return { is: 'paused' }
    if (Temporal.Instant.compare(dueAt, now) > 0) return laterOn(letter)
    return { is: behind.has(id) ? 'earlier' : 'due' }
  }
}

function laterOn({ kind, answer, attempts, dueAt: until }: Letter): Wait {
  if (attempts > 0 || answer !== null) return { is: 'again', until, answer }
  return { is: isRationed(kind) ? 'rationed' : 'settling', until }
}

/** Who held each last. */
async function holdersOf(db: Reads, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ letterId: deliveries.letterId, by: organisers.name })
    .from(deliveries)
    .leftJoin(organisers, eq(organisers.id, deliveries.organiserId))
    .where(and(inArray(deliveries.letterId, [...ids]), eq(deliveries.outcome, 'held')))
    .orderBy(deliveries.at)
  return new Map(rows.map(({ letterId, by }) => [letterId, by]))
}

async function pausedAmong(db: Reads, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .innerJoin(mailings, eq(mailings.id, letters.mailingId))
    .where(and(inArray(letters.id, [...ids]), isNotNull(mailings.pausedAt)))
  return new Set(rows.map(({ id }) => id))
}

/** Letters about a meeting to one address go one after another: see `claimLetters`. */
async function behindOthers(db: Reads, ids: readonly string[]): Promise<Set<string>> {
  const isBehind = sql`exists (select 1 from letters earlier where earlier.recipient_key = ${letters.recipientKey}
    and earlier.meeting_id = ${letters.meetingId} and lower(earlier.recipient) = lower(${letters.recipient})
    and earlier.sent_at is null and earlier.ended_at is null and earlier.held_at is null
    and (earlier.attempts > 0 or earlier.answer is not null) and earlier.queued_at < ${letters.queuedAt})`
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(inArray(letters.id, [...ids]), isBehind))
  return new Set(rows.map(({ id }) => id))
}

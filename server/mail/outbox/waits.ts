import { and, eq, inArray, isNotNull, not } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { deliveries, type Letter, letters, mailings, organisers } from '../../../db/schema.ts'
import { isNext } from '../due.ts'
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
  const [paused, behind] = [await pausedAmong(db, ids), await behindOthers(db, ids, now)]
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

async function behindOthers(db: Reads, ids: readonly string[], now: Temporal.Instant): Promise<Set<string>> {
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(inArray(letters.id, [...ids]), not(isNext(now))))
  return new Set(rows.map(({ id }) => id))
}

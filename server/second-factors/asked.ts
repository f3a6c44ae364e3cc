import { and, eq, gt } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { factorsAsked } from '../../db/schema.ts'

type Kind = (typeof factorsAsked.$inferSelect)['kind']

const minutes = 10

/** Keeps what a session, or half of one, was asked for: the newest of each kind alone. */
export async function keepAsked(
  tx: Tx,
  holderHash: string,
  kind: Kind,
  secret: string,
  now: Temporal.Instant,
): Promise<void> {
  const said = { secret, expiresAt: now.add({ minutes }) }
  const target = [factorsAsked.holderHash, factorsAsked.kind]
  await tx
    .insert(factorsAsked)
    .values({ holderHash, kind, ...said })
    .onConflictDoUpdate({ target, set: said })
}

export async function askedOf(
  db: Reads,
  holderHash: string,
  kind: Kind,
  now: Temporal.Instant,
): Promise<string | null> {
  const [found] = await db
    .select()
    .from(factorsAsked)
    .where(openTo(holderHash, kind, now))
  return found?.secret ?? null
}

/** Whether it was that; it is used up then. */
export async function takeAsked(
  tx: Tx,
  holderHash: string,
  kind: Kind,
  secret: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const same = and(openTo(holderHash, kind, now), eq(factorsAsked.secret, secret))
  const taken = await tx.delete(factorsAsked).where(same).returning({ kind: factorsAsked.kind })
  return taken.length > 0
}

function openTo(holderHash: string, kind: Kind, now: Temporal.Instant) {
  return and(eq(factorsAsked.holderHash, holderHash), eq(factorsAsked.kind, kind), gt(factorsAsked.expiresAt, now))
}

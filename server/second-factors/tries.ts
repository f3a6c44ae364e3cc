import { and, asc, eq, gt } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { wrongCodes } from '../../db/schema.ts'

/** Of a million codes two are good at a time: ten tries an hour find one in six years. */
const perHour = 10
export const perHalfSession = 5

/** In how many minutes a code may be tried again; null: at once. */
export async function waitOf(db: Reads, organiser: { id: string }, now: Temporal.Instant): Promise<number | null> {
  const lately = await db
    .select({ at: wrongCodes.at })
    .from(wrongCodes)
    .where(and(eq(wrongCodes.organiserId, organiser.id), gt(wrongCodes.at, now.subtract({ hours: 1 }))))
    .orderBy(asc(wrongCodes.at))
  const first = lately[lately.length - perHour]
  return first ? Math.ceil(first.at.add({ hours: 1 }).since(now).total('minutes')) : null
}

/** Writes a wrong one down. Returns how many more this session, or half of one, may try. */
export async function countWrong(
  tx: Tx,
  organiser: { id: string },
  holderHash: string,
  now: Temporal.Instant,
): Promise<number> {
  await tx.insert(wrongCodes).values({ organiserId: organiser.id, holderHash, at: now })
  const here = await tx.select({ id: wrongCodes.id }).from(wrongCodes).where(eq(wrongCodes.holderHash, holderHash))
  return Math.max(0, perHalfSession - here.length)
}

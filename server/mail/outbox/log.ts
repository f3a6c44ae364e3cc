import { asc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Delivery, deliveries, organisers } from '../../../db/schema.ts'

/** `by`: the organiser who did it; null for the post itself, and for whoever is no organiser any more. */
export type Step = Delivery & { by: string | null }

/** What became of each of these letters, step by step, by its id. */
export async function stepsOf(db: Reads, some: readonly { id: string }[]): Promise<Map<string, Step[]>> {
  if (some.length === 0) return new Map()
  const ids = some.map(({ id }) => id)
  const rows = await db
    .select({ step: deliveries, by: organisers.name })
    .from(deliveries)
    .leftJoin(organisers, eq(organisers.id, deliveries.organiserId))
    .where(inArray(deliveries.letterId, ids))
    .orderBy(asc(deliveries.at), asc(deliveries.id))
  return Map.groupBy(
    rows.map(({ step, by }) => ({ ...step, by })),
    ({ letterId }) => letterId,
  )
}

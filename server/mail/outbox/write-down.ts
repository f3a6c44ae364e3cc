import type { Tx } from '../../../db/open.ts'
import { type Delivery, deliveries, type Organiser } from '../../../db/schema.ts'

/** What was done with letters, one step of each. */
export async function writeDown(
  tx: Tx,
  some: readonly { id: string }[],
  outcome: Delivery['outcome'],
  by: Pick<Organiser, 'id'> | null,
  now: Temporal.Instant,
): Promise<void> {
  // A statement takes only so many values.
  for (let i = 0; i < some.length; i += 500) {
    const rows = some
      .slice(i, i + 500)
      .map(({ id }) => ({ letterId: id, at: now, outcome, organiserId: by?.id ?? null }))
    await tx.insert(deliveries).values(rows)
  }
}

import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { checkIns, type Organiser, type Registration } from '../../db/schema.ts'

/** They have come; saying so twice says it once. */
export async function checkIn(
  tx: Tx,
  { id }: Pick<Registration, 'id'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx.insert(checkIns).values({ registrationId: id, at: now, by: by.id }).onConflictDoNothing()
}

/** They have not, after all. */
export async function takeBackCheckIn(tx: Tx, { id }: Pick<Registration, 'id'>): Promise<void> {
  await tx.delete(checkIns).where(and(eq(checkIns.registrationId, id), isNull(checkIns.participantId)))
}

import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { type Meeting, withdrawals } from '../../db/schema.ts'
import type { Part } from './parts.ts'

/** Takes a speaker's name off a slot in every release, at once. */
export async function withdraw(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  { slotId, speakerId }: Part,
  now: Temporal.Instant,
): Promise<void> {
  const row = { meetingId: meeting.id, slotId, speakerId, at: now }
  await tx.insert(withdrawals).values(row).onConflictDoNothing()
}

/** Lets releases name them there again. */
export async function reinstate(tx: Tx, { slotId, speakerId }: Part): Promise<void> {
  await tx.delete(withdrawals).where(and(eq(withdrawals.slotId, slotId), eq(withdrawals.speakerId, speakerId)))
}

/** Who is not to be named in a slot, whatever was released: "slot speaker". */
export async function withdrawnIn(db: Reads, of: readonly Pick<Meeting, 'id'>[]): Promise<Set<string>> {
  const { slotId, speakerId, meetingId } = withdrawals
  const ids = of.map(({ id }) => id)
  const rows = await db.select({ slotId, speakerId }).from(withdrawals).where(inArray(meetingId, ids))
  return new Set(rows.map((row) => `${row.slotId} ${row.speakerId}`))
}

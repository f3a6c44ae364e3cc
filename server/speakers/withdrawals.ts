import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { type Given, preparedForAll } from '../../db/prepared.ts'
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
  const ids = of.map(({ id }) => id)
  const rows = await preparedForAll(db, ids, ofMeetings).execute()
  return new Set(rows.map(({ slotId, speakerId }) => `${slotId} ${speakerId}`))
}

function ofMeetings(db: Reads, meetings: Given[]) {
  const { slotId, speakerId, meetingId } = withdrawals
  return db.select({ slotId, speakerId }).from(withdrawals).where(inArray(meetingId, meetings))
}

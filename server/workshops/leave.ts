import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Registration, type WorkshopChoice, workshopChoices } from '../../db/schema.ts'
import { moveIn } from './move-in.ts'
import { counting } from './queries.ts'

/** Gives the place, or the turn in line, back; whoever waits for it moves in at once. */
export async function leave(
  db: Database,
  meeting: Pick<Meeting, 'id' | 'projectId'>,
  registration: Pick<Registration, 'id'>,
  slotId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const left = await endChoices(tx, { registration, slotId }, now)
      if (left.length > 0) await moveIn(tx, meeting, now)
    },
    { touches: meeting.projectId, lock: meeting.id },
  )
}

type Whose = { registration: Pick<Registration, 'id'>; slotId?: string } | { slotId: string; registration?: undefined }

/** Ends those of one person, of one workshop, or of both; returns those that still counted. */
export async function endChoices(
  tx: Tx,
  { registration, slotId }: Whose,
  now: Temporal.Instant,
): Promise<WorkshopChoice[]> {
  const { registrationId, status } = workshopChoices
  const its = and(
    registration ? eq(registrationId, registration.id) : undefined,
    slotId ? eq(workshopChoices.slotId, slotId) : undefined,
  )
  return await tx
    .update(workshopChoices)
    .set({ status: 'left', statusAt: now })
    .where(and(its, inArray(status, [...counting])))
    .returning()
}

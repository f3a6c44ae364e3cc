import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Registration, type WorkshopChoice, workshopChoices } from '../../db/schema.ts'
import { raiseWorkshopSequences } from '../calendar/own-sequence.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { moveIn } from './move-in.ts'
import { choiceOf, counting } from './queries.ts'
import { tellChosen } from './tell-chosen.ts'

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
      const isIn = (await choiceOf(tx, registration, slotId))?.status === 'in'
      const left = await endChoices(tx, { registration, slotId }, now)
      if (left.length === 0) return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (isIn) await tellChosen(tx, fresh, current, { slotId, was: 'in' }, now)
      await moveIn(tx, meeting, now)
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
  const ended = await tx
    .update(workshopChoices)
    .set({ status: 'left', statusAt: now })
    .where(and(its, inArray(status, [...counting])))
    .returning()
  await raiseWorkshopSequences(
    tx,
    ended.map((choice) => choice.registrationId),
  )
  return ended
}

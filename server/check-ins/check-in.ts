import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/open.ts'
import type { Organiser, Registration } from '../../db/schema.ts'
import { standingOf, timesOf } from './standing.ts'
import { type Comer, keyOf, stepsOf, takeSteps } from './steps.ts'

type Where = Pick<Registration, 'id' | 'meetingId'>
type By = Pick<Organiser, 'id'>

/** They have come; saying so twice says it once. */
export async function checkIn(tx: Tx, { id, meetingId }: Where, by: By, now: Temporal.Instant): Promise<void> {
  await say(tx, { id: meetingId }, { registrationId: id, participantId: null }, 'in', by, now)
}

/** They have not, after all. */
export async function takeBackCheckIn(tx: Tx, { id, meetingId }: Where, by: By, now: Temporal.Instant): Promise<void> {
  await say(tx, { id: meetingId }, { registrationId: id, participantId: null }, 'undone', by, now)
}

/** What somebody says on a page of ours, who saw how it stood: it comes after all that is known. */
export async function say(
  tx: Tx,
  meeting: { id: string },
  comer: Comer,
  deed: 'in' | 'undone',
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const steps = (await stepsOf(tx, [comer.registrationId])).filter((step) => keyOf(step) === keyOf(comer))
  if (deed === 'in' && standingOf(steps)) return
  const at = Temporal.Instant.fromEpochMilliseconds(
    Math.max(now.epochMilliseconds, ...timesOf(steps).map((time) => time + 1)),
  )
  const step = {
    id: randomUUID(),
    meetingId: meeting.id,
    ...comer,
    deed,
    at,
    receivedAt: now,
    device: by.id,
    by: by.id,
  }
  await takeSteps(tx, meeting, [step])
}

import type { Database, Tx } from '../../db/open.ts'
import type { DoorStep, Organiser } from '../../db/schema.ts'
import { keyOf, stepsOf, takeSteps } from '../check-ins/steps.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import type { Told } from './phone-form.ts'

/** In milliseconds: for two days a phone keeps what nobody hears (public/js/door-queue.js). */
const longest = 172_800_000

/**
 * What a phone has queued, told as often as it takes. Its clock may be wrong: what it says of now is held beside ours,
 * and nothing happened later than now, or before a phone could still tell of it.
 */
export async function takeTold(
  db: Database,
  { project, meeting }: Found,
  { device, sentAt, steps }: Told,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const latest = now.epochMilliseconds
  const wrong = latest - sentAt
  const rows = steps.map(({ id, registration, participant, deed, at }) => ({
    ...{ id, meetingId: meeting.id, registrationId: registration, participantId: participant, deed, device },
    at: Temporal.Instant.fromEpochMilliseconds(Math.max(latest - longest, Math.min(at + wrong, latest))),
    ...{ receivedAt: now, by: by.id },
  }))
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      await takeSteps(tx, meeting, await withoutSlips(tx, rows))
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

/**
 * Without whom a phone let in and took back before anybody had heard of either: whom another one has seen meanwhile, it
 * could not know of, and has not taken back.
 */
async function withoutSlips(tx: Tx, steps: readonly DoorStep[]): Promise<DoorStep[]> {
  const heard = new Set((await stepsOf(tx, [...new Set(steps.map((step) => step.registrationId))])).map(({ id }) => id))
  const slips = new Set<DoorStep>()
  for (const its of Map.groupBy(steps, keyOf).values())
    its.forEach((step, i) => {
      const before = its[i - 1]
      if (step.deed === 'undone' && before?.deed === 'in' && !heard.has(before.id)) slips.add(before).add(step)
    })
  return steps.filter((step) => !slips.has(step))
}

import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { takeSteps } from '../check-ins/steps.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import type { Told } from './phone-form.ts'

/**
 * What a phone has queued, told as often as it takes. Its clock may be wrong: what it says of now is held beside ours,
 * and nothing happened later than now.
 */
export async function takeTold(
  db: Database,
  { project, meeting }: Found,
  { device, sentAt, steps }: Told,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const wrong = now.epochMilliseconds - sentAt
  const rows = steps.map(({ id, registration, participant, deed, at }) => ({
    ...{ id, meetingId: meeting.id, registrationId: registration, participantId: participant, deed, device },
    at: Temporal.Instant.fromEpochMilliseconds(Math.max(0, Math.min(at + wrong, now.epochMilliseconds))),
    ...{ receivedAt: now, by: by.id },
  }))
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      await takeSteps(tx, meeting, rows)
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

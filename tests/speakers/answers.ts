import type { Database } from '../../db/open.ts'
import { acceptInvitation, declineInvitation } from '../../server/speakers/answer.ts'
import type { Where } from '../../server/speakers/change-standing.ts'
import { confirmSpeaker } from '../../server/speakers/confirm.ts'
import { inviteSpeaker } from '../../server/speakers/invite.ts'
import type { Part } from '../../server/speakers/parts.ts'

type Organiser = Parameters<typeof confirmSpeaker>[3]

/** As if they had answered by themselves. */
export async function setDeclined(db: Database, where: Where, part: Part, now: Temporal.Instant): Promise<void> {
  await declineInvitation(db, where, part, now)
}

/** Asked, said yes, and confirmed. */
export async function settled(db: Database, where: Where, part: Part, by: Organiser, now: Temporal.Instant) {
  await inviteSpeaker(db, where, part, by, now)
  await acceptInvitation(db, where, part, now)
  await confirmSpeaker(db, where, part, by, now)
}

import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { leave } from '../registrations/cancel.ts'
import { inviteOne } from '../registrations/places/invite.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'

/** Keeps the place no longer for somebody who has not answered; whoever has said yes meanwhile stays. */
export async function takeBackInvitation(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, registration.id)
      if (current?.status !== 'invited') return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      await leave(tx, project, fresh, current, now, by)
      await record(tx, 'registration.uninvited', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Asks somebody once more who said no, did not answer, or whose invitation was taken back. */
export async function inviteAgain(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  heldUntil: Temporal.Instant,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const former = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (isLive(former) || !former.name || !former.email) return
      const guest = { ...former, name: former.name, email: former.email }
      const invited = await inviteOne(tx, project, meeting, guest, heldUntil, by, now)
      if (invited === 'no-room') throw new Refusal('invitations.no-room')
    },
    { touches: project.id, lock: meeting.id },
  )
}

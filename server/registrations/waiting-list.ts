import { and, eq, gt } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { tell } from './letters.ts'
import { firstWaiting } from './queries.ts'
import { standing } from './seats.ts'

/** Offers every free place to the first in line; inside the deed that freed it. */
export async function offerFreedPlaces(
  tx: Tx,
  project: Project,
  { id }: Pick<Meeting, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const meeting = await freshMeeting(tx, { id })
  if (!meeting || !takesOffers(meeting, now)) return
  const { taken, waiting } = await standing(tx, meeting)
  const free = Math.min(meeting.capacity - taken, waiting)
  if (free <= 0) return
  for (const registration of await firstWaiting(tx, meeting, free)) {
    await offerPlace(tx, project, meeting, registration, now)
  }
}

/** The one path to a freed place, whether the clock or an organiser sends somebody down it. */
export async function offerPlace(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  registration: Registration,
  now: Temporal.Instant,
): Promise<void> {
  const heldUntil = offerDeadline(meeting, now)
  const [offered] = await tx
    .update(registrations)
    .set({ status: 'offered', statusAt: now, heldUntil })
    .where(eq(registrations.id, registration.id))
    .returning()
  if (offered) await tell(tx, 'offer', project, meeting, offered, now)
}

/** Offers do not run while a meeting is postponed: with its new date their time begins anew. None outlasts the start. */
export async function renewOffers(tx: Tx, before: Meeting, after: Meeting, now: Temporal.Instant): Promise<void> {
  const isOnAgain = before.status === 'postponed' && after.status === 'published'
  const outlasting = gt(registrations.heldUntil, after.startsAt)
  await tx
    .update(registrations)
    .set({ heldUntil: isOnAgain ? offerDeadline(after, now) : after.startsAt })
    .where(
      and(
        eq(registrations.meetingId, after.id),
        eq(registrations.status, 'offered'),
        isOnAgain ? undefined : outlasting,
      ),
    )
}

/** Offers are made while the meeting stands and until it starts. */
export function takesOffers(meeting: Meeting, now: Temporal.Instant): boolean {
  return meeting.status === 'published' && !hasBegun(meeting, now)
}

/** The organiser's hours, but never past the start. */
function offerDeadline(meeting: Meeting, now: Temporal.Instant): Temporal.Instant {
  const until = now.add({ hours: meeting.offerHours })
  return Temporal.Instant.compare(until, meeting.startsAt) < 0 ? until : meeting.startsAt
}

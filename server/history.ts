import type { Tx } from '../db/open.ts'
import type { Organiser } from '../db/schema.ts'
import { history } from '../db/schema.ts'

/** What can happen; each has its sentence in the catalogues below `history.`. */
export type HistoryDeed =
  | 'project.created'
  | 'project.edited'
  | 'project.published'
  | 'project.archived'
  | 'project.restored'
  | 'people.invited'
  | 'people.removed'
  | 'people.role'
  | 'meeting.created'
  | 'meeting.edited'
  | 'meeting.copied'
  | 'meeting.published'
  | 'meeting.postponed'
  | 'meeting.cancelled'
  | 'meeting.deleted'
  | 'meeting.sign-up'
  | 'agenda.edited'
  | 'agenda.released'
  | 'guardian.asked'
  | 'guardian.answered'
  | 'guardian.not-mine'
  | 'guardian.withdrawn'
  | 'guardianship.agreed'
  | 'guardianship.refused'
  | 'guardianship.not-mine'
  | 'speaker.minor'
  | 'speaker.of-age'
  | 'agenda.redone'
  | 'agenda.undone'
  | 'registration.added'
  | 'registration.cancelled'
  | 'registration.offered'
  | 'registration.approved'
  | 'registration.refused'
  | 'registration.invited'
  | 'promotion.paused'
  | 'promotion.resumed'
  | 'registration.erased'
  | 'registrations.exported'
  | 'registrations.forgotten'
  | 'call.opened'
  | 'call.edited'
  | 'stories.accepted'
  | 'stories.rejected'
  | 'letter.retried'
  | 'speaker.invited'
  | 'speaker.accepted'
  | 'speaker.declined'
  | 'speaker.confirmed'
  | 'speaker.taken-back'
  | 'speaker.edited'
  | 'speaker.forgotten'
  | 'question.added'
  | 'question.edited'
  | 'question.moved'
  | 'question.retired'
  | 'question.brought-back'
  | 'question.deleted'
  | 'answer-file.opened'
  | 'slides.handed-in'
  | 'slides.removed'
  | 'slides.wanted'
  | 'slides.unwanted'
  | 'slides.all-wanted'
  | 'slides.published'
  | 'slides.unpublished'
  | 'slides.all-published'
  | 'workshop.opened'
  | 'workshop.places'
  | 'workshop.closed'
  | 'workshop.put-in'
  | 'workshop.taken-out'

type Where = { project?: { id: string } | null; meeting?: { id: string } | null }

/** Writes down who did what; inside the deed's own transaction, so that neither exists without the other. */
export async function record(
  tx: Tx,
  deed: HistoryDeed,
  by: Pick<Organiser, 'id'> | null,
  { project, meeting }: Where,
  now: Temporal.Instant,
  facts: Record<string, string> = {},
): Promise<void> {
  const place = { projectId: project?.id ?? null, meetingId: meeting?.id ?? null }
  await tx.insert(history).values({ deed, organiserId: by?.id ?? null, ...place, at: now, facts })
}

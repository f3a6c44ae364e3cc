import type { Locale } from '../../db/languages.ts'
import type { Meeting, Project, Speaker } from '../../db/schema.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { slotEntry } from '../calendar/entry.ts'
import { invitation } from '../calendar/ics.ts'
import { organiserFor } from '../calendar/organiser.ts'
import type { MailConfig } from '../config.ts'
import { later } from '../later.ts'
import type { Written } from '../mail/written.ts'

type Guest = { email: string; locale: Locale }

/** A slot as it was released. `saidAt`: when what the letter says came true for this speaker. */
type Told = {
  project: Project
  meeting: Meeting
  speaker: Speaker
  slot: ReleasedSlot & { withdrawn?: boolean }
  saidAt: Temporal.Instant
}

/**
 * What a letter tells a speaker's calendar about their slot (RFC 5546). A CANCEL to one speaker does not say that the
 * slot is off; at the same SEQUENCE the later DTSTAMP counts (2.1.5), so it is never earlier than what it answers.
 */
export function slotCalendarPart(
  method: 'REQUEST' | 'CANCEL',
  { project, meeting, speaker, slot, saidAt }: Told,
  { email, locale }: Guest,
  config: MailConfig,
): NonNullable<Written['calendar']> {
  const entry = slotEntry(project, meeting, slot, locale, config.publicUrl)
  const isOff = entry.status === 'CANCELLED'
  const content = invitation(
    {
      ...entry,
      status: method === 'CANCEL' && !isOff ? null : entry.status,
      changedAt: later(entry.changedAt, saidAt),
      organiser: organiserFor(project, speaker, locale, config),
      attendee: { email, partstat: 'ACCEPTED' },
    },
    method,
  )
  return { method, content }
}

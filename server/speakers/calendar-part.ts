import { inLanguage, type Locale } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { slotEntry } from '../calendar/entry.ts'
import { invitation } from '../calendar/ics.ts'
import type { Config } from '../config.ts'
import { later } from '../later.ts'
import { senderOf } from '../mail/sender.ts'
import type { Written } from '../mail/written.ts'

type Guest = { email: string; locale: Locale }

/** A slot as it was released. `saidAt`: when what the letter says came true for this speaker. */
type Told = {
  project: Project
  meeting: Meeting
  slot: ReleasedSlot & { withdrawn?: boolean }
  saidAt: Temporal.Instant
}

/**
 * What a letter tells a speaker's calendar about their slot (RFC 5546). A CANCEL to one speaker does not say that the
 * slot is off; at the same SEQUENCE the later DTSTAMP counts (2.1.5), so it is never earlier than what it answers.
 */
export function slotCalendarPart(
  method: 'REQUEST' | 'CANCEL',
  { project, meeting, slot, saidAt }: Told,
  { email, locale }: Guest,
  config: Pick<Config, 'publicUrl' | 'mailFrom'>,
): NonNullable<Written['calendar']> {
  const entry = slotEntry(project, meeting, slot, locale, config.publicUrl)
  const isOff = entry.status === 'CANCELLED'
  const content = invitation(
    {
      ...entry,
      status: method === 'CANCEL' && !isOff ? null : entry.status,
      changedAt: later(entry.changedAt, saidAt),
      organiser: { name: inLanguage(project.title, locale, project.locales).text, email: senderOf(config).address },
      attendee: { email, partstat: 'ACCEPTED' },
    },
    method,
  )
  return { method, content }
}

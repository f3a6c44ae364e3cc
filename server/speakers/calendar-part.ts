import type { Locale } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { slotEntry } from '../calendar/entry.ts'
import { invitation } from '../calendar/ics.ts'
import { organiserFor } from '../calendar/organiser.ts'
import type { MailConfig } from '../config.ts'
import { later } from '../later.ts'
import type { Written } from '../mail/written.ts'

type Guest = { email: string; locale: Locale }

/**
 * A slot as it was released. `saidAt`: when what the letter says came true for this person; `own`: what their comings
 * and goings add to its SEQUENCE (`ownSequence`); `isUnsure`: they have not said yes.
 */
type Told = {
  project: Project
  meeting: Meeting
  whose: { replyToken: string | null }
  slot: ReleasedSlot & { withdrawn?: boolean }
  saidAt: Temporal.Instant
  own: number
  isUnsure?: boolean
}

/**
 * What a letter tells somebody's calendar about a slot of theirs (RFC 5546): that they speak in, or a workshop they take
 * part in. A CANCEL to one person does not say that the slot is off; its DTSTAMP is never earlier than what it answers.
 */
export function slotCalendarPart(
  method: 'REQUEST' | 'CANCEL',
  { project, meeting, whose, slot, saidAt, own, isUnsure }: Told,
  { email, locale }: Guest,
  config: MailConfig,
): NonNullable<Written['calendar']> {
  const entry = slotEntry(project, meeting, slot, locale, config.publicUrl)
  const isOff = entry.status === 'CANCELLED'
  const content = invitation(
    {
      ...entry,
      sequence: entry.sequence + own,
      status: method === 'CANCEL' && !isOff ? null : entry.status,
      changedAt: later(entry.changedAt, saidAt),
      organiser: organiserFor(project, whose, locale, config),
      attendee: { email, partstat: isUnsure ? 'NEEDS-ACTION' : 'ACCEPTED' },
    },
    method,
  )
  return { method, content }
}

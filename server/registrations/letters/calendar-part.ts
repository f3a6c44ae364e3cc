import type { Locale } from '../../../db/languages.ts'
import type { Told } from '../../../views/letters/told.ts'
import { meetingEntry } from '../../calendar/entry.ts'
import { invitation } from '../../calendar/ics.ts'
import { organiserFor } from '../../calendar/organiser.ts'
import type { MailConfig } from '../../config.ts'
import { later } from '../../later.ts'
import type { Written } from '../../mail/written.ts'
import type { RegistrationLetter } from './overtaking.ts'

type Guest = { email: string; locale: Locale }

/** What the letter tells the person's calendar (RFC 5546); nothing before they have a place. */
export function calendarPart(
  kind: RegistrationLetter,
  told: Told,
  { email, locale }: Guest,
  config: MailConfig,
): Written['calendar'] {
  const method = methods[kind]
  if (!method || !told.inCalendar) return undefined
  const { project, meeting, registration } = told
  const entry = meetingEntry(project, meeting, locale, config.publicUrl)
  const content = invitation(
    {
      ...entry,
      status: kind === 'left' ? null : entry.status,
      // A CANCEL to one guest stays below what they get if they come back, however late it goes.
      sequence: kind === 'left' ? registration.sequence : Math.max(meeting.sequence, registration.sequence),
      changedAt: later(meeting.changedAt, registration.statusAt),
      organiser: organiserFor(project, registration, locale, config),
      attendee: { email, partstat: 'ACCEPTED' },
    },
    method,
  )
  return { method, content }
}

/** No other kind has a calendar part: the meeting is then not in the person's calendar, or has not changed. */
const methods: Partial<Record<RegistrationLetter, 'REQUEST' | 'CANCEL'>> = {
  confirmation: 'REQUEST',
  changed: 'REQUEST',
  postponed: 'REQUEST',
  cancelled: 'CANCEL',
  left: 'CANCEL',
}

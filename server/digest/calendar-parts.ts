import type { Locale } from '../../db/languages.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import { slotEntry } from '../calendar/entry.ts'
import { invitation } from '../calendar/ics.ts'
import { organiserFor } from '../calendar/organiser.ts'
import type { MailConfig } from '../config.ts'
import type { Written } from '../mail/written.ts'
import { slotOf } from './news.ts'
import type { Part } from './queries.ts'
import type { OwnNews, Told } from './told.ts'

type Guest = { email: string; locale: Locale }

/** Their own slots for a speaker's calendar: the first in the letter itself, every further one as a file. */
export function calendarParts(told: Told, guest: Guest, config: MailConfig): Pick<Written, 'calendar' | 'files'> {
  const [calendar, ...further] = told.own.map((one) => ({
    slug: slotOf(one).slug,
    ...partOf(told, one, guest, config),
  }))
  if (!calendar) return {}
  return { calendar, files: further.map(({ slug, content }) => ({ name: `${slug}.ics`, content })) }
}

function partOf(told: Told, one: OwnNews, { email, locale }: Guest, config: MailConfig) {
  const { project, meeting, agenda } = told
  const entry = slotEntry(project, meeting, one.is ?? withdrawn(agenda, one.was), locale, config.publicUrl)
  const method: 'REQUEST' | 'CANCEL' = one.is ? 'REQUEST' : 'CANCEL'
  const content = invitation(
    {
      ...entry,
      organiser: organiserFor(project, one.parts[0]?.speaker ?? { replyToken: null }, locale, config),
      attendee: { email, partstat: one.parts.every(isSure) ? 'ACCEPTED' : 'NEEDS-ACTION' },
    },
    method,
  )
  return { method, content }
}

/** As it was withdrawn: with the SEQUENCE that takes it out of calendars. */
function withdrawn({ withdrawn }: Released, was: ReleasedSlot) {
  return { ...(withdrawn.find(({ id }) => id === was.id) ?? was), withdrawn: true }
}

function isSure({ isSure }: Part): boolean {
  return isSure
}

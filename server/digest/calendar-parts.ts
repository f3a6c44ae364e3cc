import type { Locale } from '../../db/languages.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import type { MailConfig } from '../config.ts'
import type { Written } from '../mail/written.ts'
import { slotCalendarPart } from '../speakers/calendar-part.ts'
import { slotOf } from './news.ts'
import type { Part } from './queries.ts'
import type { OwnNews, Told } from './told.ts'

type Guest = { email: string; locale: Locale }

/**
 * Their own slots for somebody's calendar, those they speak in and workshops they take part in: the first in the letter
 * itself, every further one as a file.
 */
export function calendarParts(told: Told, guest: Guest, config: MailConfig): Pick<Written, 'calendar' | 'files'> {
  const [calendar, ...further] = [...told.own, ...told.workshops].map((one) => ({
    slug: slotOf(one).slug,
    ...partOf(told, one, guest, config),
  }))
  if (!calendar) return {}
  return { calendar, files: further.map(({ slug, content }) => ({ name: `${slug}.ics`, content })) }
}

function partOf(told: Told, one: OwnNews, guest: Guest, config: MailConfig) {
  const slot = one.is ?? withdrawn(told.agenda, one.was)
  const whose = one.parts[0]?.speaker ?? told.registration ?? { replyToken: null }
  const said = { slot, isUnsure: !one.parts.every(isSure), saidAt: told.queuedAt, own: told.ownSequence, whose }
  return slotCalendarPart(one.is ? 'REQUEST' : 'CANCEL', { ...told, ...said }, guest, config)
}

/** As it was withdrawn: with the SEQUENCE that takes it out of calendars. */
function withdrawn({ withdrawn }: Released, was: ReleasedSlot) {
  return { ...(withdrawn.find(({ id }) => id === was.id) ?? was), withdrawn: true }
}

function isSure({ isSure }: Part): boolean {
  return isSure
}

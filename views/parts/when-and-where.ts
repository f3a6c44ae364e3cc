import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { Say } from '../say.ts'
import { day, dayAndTime, timeSpan } from '../when.ts'
import { plain } from './texts.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }

/** "Saturday 12 December 2026, 17:00–19:30"; both days in full where it ends on another. */
export function whenText({ locale }: Say, { startsAt, endsAt, zone }: Span): string {
  if (isOneDay({ startsAt, endsAt, zone })) {
    return `${day(startsAt, zone, locale)}, ${timeSpan({ startsAt, endsAt, zone }, locale)}`
  }
  return `${dayAndTime(startsAt, zone, locale)} – ${dayAndTime(endsAt, zone, locale)}`
}

export function isOneDay({ startsAt, endsAt, zone }: Span): boolean {
  const date = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  return date(startsAt).equals(date(endsAt))
}

/** "Youth House, Parādes iela 1"; empty where a meeting is only online. */
export function placeText(
  say: Say,
  { locales }: Pick<Project, 'locales'>,
  { placeName, address }: Pick<Meeting, 'address'> & { placeName: Localised },
): string {
  return [plain(say, placeName, locales), address].filter(Boolean).join(', ')
}

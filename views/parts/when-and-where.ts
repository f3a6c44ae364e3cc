import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { datesText } from '../dates.ts'
import type { Say } from '../say.ts'
import { day, dayAndTime, machine, timeSpan } from '../when.ts'
import { plain } from './texts.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string; allDay?: boolean }

/** "Saturday 12 December 2026, 17:00–19:30"; both days in full where it ends on another; dates alone for whole days. */
export function whenText({ locale }: Say, { startsAt, endsAt, zone, allDay = false }: Span): string {
  if (allDay) return datesText({ startsAt, endsAt, zone }, locale)
  if (isOneDay({ startsAt, endsAt, zone })) {
    return `${day(startsAt, zone, locale)}, ${timeSpan({ startsAt, endsAt, zone }, locale)}`
  }
  return `${dayAndTime(startsAt, zone, locale)} – ${dayAndTime(endsAt, zone, locale)}`
}

/** When it begins: without an hour, and with all of its dates, where whole days are open. */
export function startText(say: Say, { startsAt, endsAt, zone, allDay }: Span): string {
  return allDay ? whenText(say, { startsAt, endsAt, zone, allDay }) : dayAndTime(startsAt, zone, say.locale)
}

/** For `<time datetime>`. */
export function machineStart({ startsAt, zone, allDay }: Pick<Span, 'startsAt' | 'zone' | 'allDay'>): string {
  return allDay ? machine(startsAt, zone).slice(0, 10) : machine(startsAt, zone)
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

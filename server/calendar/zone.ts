import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }

/**
 * The TZID an entry's local times are written under; null where only UTC is certain: within a day of a change of clocks,
 * where programs differ by an hour, and in years whose rules were not today's, which are all that a VTIMEZONE describes.
 */
export function tzidOf({ startsAt, endsAt, zone }: Span): string | null {
  const tzid = definitionOf(zone)?.tzid
  if (!tzid || tzid === 'Etc/UTC') return null
  return isCertain(startsAt, tzid) && isCertain(endsAt, tzid) ? tzid : null
}

export function vtimezone(tzid: string): string | null {
  return definitionOf(tzid)?.block ?? null
}

/** The library knows old names (Europe/Kiev) too and defines them under their new one. */
function definitionOf(zone: string): { block: string; tzid: string } | null {
  const [block, parameter] = tzlib_get_ical_block(zone)
  return block && parameter ? { block, tzid: parameter.replace('TZID=', '') } : null
}

function isCertain(at: Temporal.Instant, tzid: string): boolean {
  const [before, now, after] = [-24, 0, 24].map((hours) => at.add({ hours }).toZonedDateTimeISO(tzid))
  if (!before || !now || !after || before.offset !== after.offset) return false
  return now.offset.replace(':', '') === definedOffset(now.toPlainDateTime(), tzid)
}

function definedOffset(clock: Temporal.PlainDateTime, tzid: string): string {
  return tzlib_get_offset(
    tzid,
    clock.toPlainDate().toString(),
    clock.toPlainTime().toString({ smallestUnit: 'minute' }),
  )
}

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

type Definition = { block: string; tzid: string }

const definitions = new Map<string, Definition | null>()

/** The library knows old names (Europe/Kiev) too and defines them under their new one. */
function definitionOf(zone: string): Definition | null {
  const known = definitions.get(zone)
  if (known !== undefined) return known
  const [block, parameter] = tzlib_get_ical_block(zone)
  const found = block && parameter ? { block, tzid: parameter.replace('TZID=', '') } : null
  definitions.set(zone, found)
  return found
}

function isCertain(at: Temporal.Instant, tzid: string): boolean {
  const [before, now, after] = [-24, 0, 24].map((hours) => at.add({ hours }).toZonedDateTimeISO(tzid))
  if (!before || !now || !after || before.offset !== after.offset) return false
  return now.offset.replace(':', '') === definedOffset(now.toPlainDate(), tzid)
}

const offsets = new Map<string, string>()
const mostOffsets = 2000

/** At noon, as on all of a day without a change. Kept: the library takes longer over it than the rest of a file does. */
function definedOffset(day: Temporal.PlainDate, tzid: string): string {
  const key = `${tzid} ${day}`
  const known = offsets.get(key)
  if (known) return known
  const found = tzlib_get_offset(tzid, day.toString(), '12:00')
  if (offsets.size >= mostOffsets) offsets.clear()
  offsets.set(key, found)
  return found
}

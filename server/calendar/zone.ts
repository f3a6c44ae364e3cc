import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }

/**
 * The TZID an entry's local times are written under; null where only UTC is certain: within a day of a change of clocks,
 * where programs differ by an hour, and in years whose rules were not today's, which are all that a VTIMEZONE describes.
 */
export function tzidOf({ startsAt, endsAt, zone }: Span): string | null {
  const tzid = definitionOf(zone)?.tzid
  if (!tzid || tzid === 'Etc/UTC') return null
  return isCertain(startsAt.epochMilliseconds, tzid) && isCertain(endsAt.epochMilliseconds, tzid) ? tzid : null
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

const day = 24 * 3600 * 1000

function isCertain(at: number, tzid: string): boolean {
  const { from, to, ahead } = steadyAround(at, tzid)
  if (at - day < from || at + day >= to) return false
  return ahead === definedAhead(Math.floor((at + ahead) / day), tzid)
}

/** Between two changes of clocks: how far they are ahead of UTC, all in milliseconds. */
type Steady = { from: number; to: number; ahead: number }

const steady = new Map<string, Steady[]>()

/** Kept: a long feed asks twice an entry, and a year has two. */
function steadyAround(at: number, tzid: string): Steady {
  const known = steady.get(tzid) ?? []
  const found = known.find(({ from, to }) => from <= at && at < to)
  if (found) return found
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tzid)
  // The change before the next moment: one that falls on this very moment has happened.
  const from = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds
  const to = local.getTimeZoneTransition('next')?.epochMilliseconds
  const made = { from: from ?? -Infinity, to: to ?? Infinity, ahead: local.offsetNanoseconds / 1e6 }
  steady.set(tzid, known.length < mostSteady ? [...known, made] : [made])
  return made
}

const mostSteady = 100
const offsets = new Map<string, number>()
const mostOffsets = 5000

function definedAhead(date: number, tzid: string): number {
  return aheadInMonth(new Date(date * day), tzid) ?? aheadAtNoon(date, tzid)
}

/** By zone and month, how far ahead all of it is; null: clocks change in it. */
const months = new Map<string, number | null>()
const mostMonths = 5000

function aheadInMonth(at: Date, tzid: string): number | null {
  const key = `${tzid} ${at.getUTCFullYear()} ${at.getUTCMonth()}`
  const known = months.get(key)
  if (known !== undefined) return known
  const found = aheadAllMonth(at, tzid)
  if (months.size >= mostMonths) months.clear()
  months.set(key, found)
  return found
}

/** No zone of the library changes its clocks twice in a month: what both of a month's ends agree on, all of it does. */
function aheadAllMonth(at: Date, tzid: string): number | null {
  const endOf = (month: number, dayOfMonth: number) => Date.UTC(at.getUTCFullYear(), month, dayOfMonth) / day
  const first = aheadAtNoon(endOf(at.getUTCMonth(), 1), tzid)
  const last = aheadAtNoon(endOf(at.getUTCMonth() + 1, 0), tzid)
  return first === last ? first : null
}

/** Noon stands for all of a day without a change. Kept: the library takes longer over it than the rest of a file does. */
function aheadAtNoon(date: number, tzid: string): number {
  const key = `${tzid} ${date}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const iso = new Date(date * day).toISOString().slice(0, 10)
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)/.exec(tzlib_get_offset(tzid, iso, '12:00')) ?? []
  const found = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  if (offsets.size >= mostOffsets) offsets.clear()
  offsets.set(key, found)
  return found
}

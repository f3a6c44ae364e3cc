/** Names sort by time, and say it. */
export function nameAt(now: Temporal.Instant, ending: '' | '.age'): string {
  return `kopa-${now.round('second').toString().replaceAll(':', '-')}.tar${ending}`
}

/** When a backup of ours was taken; null for whatever else lies there, which is left alone. */
export function timeOf(name: string): Temporal.Instant | null {
  const [, day, hour, minute, second] = /^kopa-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar(\.age)?$/.exec(name) ?? []
  return day ? Temporal.Instant.from(`${day}T${hour}:${minute}:${second}Z`) : null
}

/**
 * The backups to delete: of the last day all are kept, before that the newest of each day for a week, and of each week
 * until `keepDays`, since people's data is to be gone after 30 days from wherever it is. The newest of all stays.
 */
export function outlived(names: readonly string[], keepDays: number, now: Temporal.Instant): string[] {
  const newestFirst = names.filter(timeOf).sort().reverse()
  const kept = new Set<string>()
  return newestFirst.slice(1).filter((name) => {
    const span = spanOf(timeOf(name) ?? now, keepDays, now)
    if (span === 'of its own') return false
    const isSuperseded = span === null || kept.has(span)
    if (span) kept.add(span)
    return isSuperseded
  })
}

/** By the calendar, not by age: a backup must not lose its place to the next one as both grow older. Null: too old. */
function spanOf(taken: Temporal.Instant, keepDays: number, now: Temporal.Instant): string | null {
  const hours = taken.until(now).total('hours')
  const day = Math.floor(taken.epochMilliseconds / 86_400_000)
  if (hours > keepDays * 24) return null
  if (hours <= 24) return 'of its own'
  return hours <= 7 * 24 ? `day ${day}` : `week ${Math.floor(day / 7)}`
}

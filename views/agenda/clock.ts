import type { Board } from '../../server/agenda/board.ts'

/** What a day's timeline shows, on half hours of its zone. */
export type Clock = { from: Temporal.Instant; until: Temporal.Instant }
type Day = Board['days'][number]
type Timed = Pick<Board['timed'][number], 'startsAt' | 'endsAt'>

/** A slot pinned by mistake to another month does not stretch the page: these are the most it reaches beyond its day. */
const before = { hours: 12 }
const after = { hours: 24 }

/** From the day's start, or that of its first slot, to the end of whatever ends last. */
export function clockOf(day: Day, slots: readonly Timed[], zone: string): Clock {
  const [earliest, latest] = [day.startsAt.subtract(before), day.endsAt.add(after)]
  const starts = slots.map(({ startsAt }) => startsAt.epochMilliseconds)
  const ends = slots.map(({ endsAt }) => endsAt.epochMilliseconds)
  const first = Math.max(earliest.epochMilliseconds, Math.min(day.startsAt.epochMilliseconds, ...starts))
  const last = Math.min(latest.epochMilliseconds, Math.max(day.endsAt.epochMilliseconds, ...ends))
  return { from: halfHour(first, zone, 'floor'), until: halfHour(last, zone, 'ceil') }
}

/** Every half hour of it, the last one included. An hour that the clocks go through twice is there twice. */
export function halfHours({ from, until }: Clock): Temporal.Instant[] {
  const count = minutesBetween(from, until) / 30
  return Array.from({ length: count + 1 }, (_, i) => from.add({ minutes: 30 * i }))
}

/** How long after the start of the timeline, as style sheets read it. */
export function sinceStart({ from, until }: Clock, at: Temporal.Instant): string {
  return span(Math.min(Math.max(0, minutesBetween(from, at)), minutesBetween(from, until)))
}

/** "03:25": hours and minutes, of which agenda-board-clock.css makes an offset or a length. */
export function span(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** "02": two digits, as agenda-board-lanes.css reads them. */
export function lane(number: number): string {
  return String(number).padStart(2, '0')
}

function minutesBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000)
}

function halfHour(milliseconds: number, zone: string, roundingMode: 'floor' | 'ceil'): Temporal.Instant {
  const at = Temporal.Instant.fromEpochMilliseconds(milliseconds)
  const { minute, second, millisecond } = at.toZonedDateTimeISO(zone)
  const past = (minute % 30) * 60_000 + second * 1_000 + millisecond
  if (past === 0) return at
  const floor = at.subtract({ milliseconds: past })
  return roundingMode === 'floor' ? floor : floor.add({ minutes: 30 })
}

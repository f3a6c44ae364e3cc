import { z } from 'zod'
import type { MessageKey } from '../../views/say.ts'
import { complain } from '../complain.ts'
import { instantIn, optionalDate, optionalLine } from '../fields.ts'
import { type MeetingDay, type MeetingInput, overlapping } from './input.ts'

const most = 31
const longestNight = 12
/** Between which the agenda of a whole day is, unless an organiser says so. */
const agendaHours = { from: Temporal.PlainTime.from('10:00'), to: Temporal.PlainTime.from('18:00') }
const says = (key: MessageKey): MessageKey => key

type Row = { date: string | null; from: Temporal.PlainTime | null; to: Temporal.PlainTime | null }
type NumberedDay = MeetingDay & { row: string }
type Where = Pick<MeetingInput, 'zone' | 'allDay'>

/** `day.0.date`, `day.0.from`, `day.0.to`; rows left empty are no days. */
export function dayRows() {
  const row = z.object({ date: optionalDate(), from: optionalTime(), to: optionalTime() })
  return z
    .record(z.string(), row)
    .default({})
    .transform((rows) => Object.entries(rows).filter(([, { date, from, to }]) => date || from || to))
    .refine((rows) => rows.length <= most, says('problem.too-many-rows'))
}

/**
 * The days as instants of the zone, sorted; what is wrong with them stands beside its field. Where whole days are open,
 * they need no hours.
 */
export function daysFrom(rows: [string, Row][], where: Where, context: z.RefinementCtx): MeetingDay[] {
  const complainOf = (field: string[], key: MessageKey) => complain(context, ['day', ...field], key)
  if (rows.length === 0) complainOf(['0', 'date'], 'problem.required')
  const days = rows.flatMap(([number, row]) => dayFrom(number, row, where, complainOf))
  const sorted = days.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const late = overlapping(sorted)
  if (late) complainOf([late.row, 'from'], 'meeting.days-overlap')
  return sorted.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
}

type ComplainOf = (field: string[], key: MessageKey) => void

function dayFrom(row: string, typed: Row, { zone, allDay }: Where, complainOf: ComplainOf): NumberedDay[] {
  const { date, from, to } = allDay && !typed.from && !typed.to ? { ...typed, ...agendaHours } : typed
  if (!date) complainOf([row, 'date'], 'problem.required')
  if (!from) complainOf([row, 'from'], 'problem.required')
  if (!to) complainOf([row, 'to'], 'problem.required')
  if (!date || !from || !to) return []
  const start = Temporal.PlainDate.from(date).toPlainDateTime(from)
  const end = endAfter(start, to)
  if (!end) complainOf([row, 'to'], 'meeting.night-too-long')
  if (!end) return []
  const [startsAt, endsAt] = [instantIn(start, zone), instantIn(end, zone)]
  if (!startsAt) complainOf([row, 'from'], 'problem.clock-change')
  if (!endsAt) complainOf([row, 'to'], 'problem.clock-change')
  return startsAt && endsAt ? [{ row, startsAt, endsAt }] : []
}

/** The next time the clock says so, perhaps past midnight; null where that is so long after that it must be a slip. */
function endAfter(start: Temporal.PlainDateTime, to: Temporal.PlainTime): Temporal.PlainDateTime | null {
  const sameDate = start.withPlainTime(to)
  if (Temporal.PlainDateTime.compare(sameDate, start) > 0) return sameDate
  const nextDate = sameDate.add({ days: 1 })
  return start.until(nextDate).total('hours') <= longestNight ? nextDate : null
}

function optionalTime() {
  return optionalLine(10).transform((text, context) => {
    if (text === '') return null
    const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? []
    if (hour && minute && Number(hour) < 24 && Number(minute) < 60) {
      return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
    }
    context.issues.push({ code: 'custom', message: says('problem.time'), input: text })
    return z.NEVER
  })
}

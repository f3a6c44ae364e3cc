import { z } from 'zod'
import type { Day, Meeting } from '../../db/schema.ts'
import { instantIn, optionalLine, optionalMoment } from '../fields.ts'
import { oneOf } from './forms.ts'
import type { Place } from './placing.ts'
import type { DraftAgenda } from './queries.ts'

/** A day or none, a room or all, and before which slot, or when: "17:00" of that day, or a date and a time. */
export function placeForm({ zone }: Pick<Meeting, 'zone'>, { days, rooms, slots }: DraftAgenda): z.ZodType<Place> {
  return z
    .object({
      day: oneOf(days),
      room: oneOf(rooms),
      before: optionalLine(100).transform((slug) => slots.find((slot) => slot.slug === slug)?.id ?? null),
      at: optionalLine(40),
    })
    .transform(({ day, room, before, at }, context): Place => {
      const moment = optionalMoment().safeParse(
        onDay(
          at,
          days.find(({ id }) => id === day),
          zone,
        ),
      )
      const instant = moment.data && instantIn(moment.data, zone)
      const key = moment.success ? 'problem.clock-change' : 'problem.time'
      if (instant || moment.data === null) return { dayId: day, roomId: room, before, at: instant }
      context.issues.push({ code: 'custom', message: key, input: at, path: ['at'] })
      return z.NEVER
    })
}

/** The local date and time of an hour and minute of that day, which may go on past midnight. */
function onDay(typed: string, day: Day | undefined, zone: string): string {
  const [, hour = '', minute] = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? []
  if (!day || !minute) return typed
  const clock = `${hour.padStart(2, '0')}:${minute}`
  const starts = day.startsAt.toZonedDateTimeISO(zone).toPlainDateTime()
  const ends = day.endsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()
  const [first, second] = [starts, starts.add({ days: 1 })].map((at) => `${at.toPlainDate()}T${clock}`)
  return `${first}` < starts.toString() && `${second}` <= ends ? `${second}` : `${first}`
}

import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Group, Meeting } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import { emailAddress, instantIn, line, optionalLine, optionalMoment } from '../fields.ts'
import { chosenOf, offeredIn } from '../registrations/chosen.ts'

/** A date until which places are kept: ahead, and not past the start. */
export function untilForm({ zone, startsAt }: Meeting, now: Temporal.Instant) {
  return z.object({
    until: optionalMoment().transform((moment, context): Temporal.Instant => {
      const until = moment && instantIn(moment, zone)
      const isGood = until && Temporal.Instant.compare(now, until) < 0 && Temporal.Instant.compare(until, startsAt) <= 0
      if (isGood) return until
      complain(context, [], 'invitations.until-range')
      return z.NEVER
    }),
  })
}

/** Somebody who is invited by name. */
export function guestForm(groups: Group[], fallback: Locale) {
  return z
    .object({ name: line(100), email: emailAddress(), group: optionalLine(60), language: optionalLine(10) })
    .superRefine(offeredIn(groups))
    .transform(({ name, email, ...chosen }) => ({ name, email, seats: 1, ...chosenOf(chosen, fallback) }))
}

/** A week, or until the start where that is sooner. */
export function usualUntil({ startsAt, zone }: Meeting, now: Temporal.Instant): string {
  const week = now.add({ hours: 24 * 7 })
  const until = Temporal.Instant.compare(week, startsAt) < 0 ? week : startsAt
  return until
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    .toString({ smallestUnit: 'minute' })
}

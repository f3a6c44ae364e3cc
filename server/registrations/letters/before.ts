import type { Localised } from '../../../db/languages.ts'
import type { Letter } from '../../../db/schema.ts'
import type { Before } from '../../../views/letters/told.ts'

/** The meeting as the facts of a letter keep it: see `changedFacts`. */
export function beforeOf(facts: Letter['facts']): Before | null {
  const {
    startsAt,
    endsAt,
    days,
    zone,
    allDay,
    status = '',
    title,
    placeName,
    accessNotes,
    address = '',
    onlineUrl = '',
  } = facts
  if (!startsAt || !endsAt || !zone) return null
  return {
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    days: daysIn(days ?? JSON.stringify([[startsAt, endsAt]])),
    zone,
    allDay: allDay === 'yes',
    status,
    title: textsOf(title),
    placeName: textsOf(placeName),
    accessNotes: textsOf(accessNotes),
    address,
    onlineUrl,
  }
}

function daysIn(json: string): Before['days'] {
  const days: [string, string][] = JSON.parse(json)
  return days.map(([startsAt, endsAt]) => ({
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
  }))
}

function textsOf(json = '{}'): Localised {
  return JSON.parse(json)
}

import { z } from 'zod'
import type { Locale, Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import {
  checkbox,
  instantIn,
  localisedText,
  neededText,
  optionalDate,
  optionalLine,
  optionalMoment,
  slug,
  webAddress,
  wholeNumber,
  zoneName,
} from '../fields.ts'
import { reservedMeetingSlugs } from '../reserved-slugs.ts'
import { slugOf } from '../slug.ts'
import { dayRows, daysFrom } from './day-rows.ts'
import { type MeetingInput, wholeDay } from './input.ts'
import { windowProblem } from './window.ts'

/** `meeting` is null for a new one, whose address may be left to its title. */
export function meetingForm(project: Project, meeting: Meeting | null) {
  return basics(project.locales).transform((typed, context): MeetingInput => {
    const { day, opensAt, closesAt, ...told } = typed
    const days = daysFrom(day, typed, context)
    const input = {
      ...told,
      slug:
        meeting && meeting.status !== 'draft'
          ? meeting.slug
          : slugOf(typed.slug, titleIn(typed, project), reservedMeetingSlugs, context),
      days,
      opensAt: momentIn('opensAt', opensAt, typed.zone, context),
      closesAt: momentIn('closesAt', closesAt, typed.zone, context),
    }
    const last = days.at(-1)
    const end = last && typed.allDay ? wholeDay(last, typed.zone).endsAt : last?.endsAt
    const problem = end ? windowProblem(input, end) : null
    if (problem) complain(context, [problem.field], problem.key)
    return input
  })
}

/** A copy needs an address and a day of its own; it starts at the hour of its model. */
export function copyForm({ zone, startsAt, allDay }: Meeting) {
  return z.object({ slug: slug(reservedMeetingSlugs), date: optionalDate() }).transform(({ slug, date }, context) => {
    const hour = startsAt.toZonedDateTimeISO(zone).toPlainTime()
    const day = date && Temporal.PlainDate.from(date)
    const moment = day && (allDay ? day.toZonedDateTime(zone).toInstant() : instantIn(day.toPlainDateTime(hour), zone))
    if (!moment) complain(context, ['date'], date ? 'problem.clock-change' : 'problem.required')
    return { slug, startsAt: moment || startsAt }
  })
}

function basics(locales: readonly Locale[]) {
  return z.object({
    title: neededText(locales, 120),
    slug: optionalLine(80),
    summary: localisedText(locales, 300, true),
    description: localisedText(locales, 20_000, true),
    placeName: localisedText(locales),
    accessNotes: localisedText(locales, 500, true),
    address: optionalLine(),
    onlineUrl: webAddress(),
    zone: zoneName(),
    day: dayRows(),
    allDay: checkbox(),
    capacity: wholeNumber(1, 100_000),
    opensAt: optionalMoment(),
    closesAt: optionalMoment(),
    offerHours: wholeNumber(1, 336),
    quietMinutes: wholeNumber(0, 1440),
  })
}

function titleIn({ title }: { title: Localised }, { locales }: Project): string {
  return locales.map((locale) => title[locale]).find(Boolean) ?? ''
}

function momentIn(
  field: 'opensAt' | 'closesAt',
  moment: Temporal.PlainDateTime | null,
  zone: string,
  context: z.RefinementCtx,
): Temporal.Instant | null {
  if (!moment) return null
  const instant = instantIn(moment, zone)
  if (!instant) complain(context, [field], 'problem.clock-change')
  return instant
}

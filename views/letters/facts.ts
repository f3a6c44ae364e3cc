import { inLanguage } from '../../db/languages.ts'
import type { Meeting } from '../../db/schema.ts'
import { partySize } from '../parties/party-size.ts'
import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { dayAndTime, time, zoneName } from '../when.ts'
import type { Fact } from './frame.ts'
import type { Before, Told } from './told.ts'

/** What a letter about a meeting needs to know of it. */
export type Held = Pick<Told, 'project' | 'meeting' | 'days'>

/** For how many if for more than one, when and where, how to get in. */
export function facts(say: Say, told: Held & Pick<Told, 'registration'>): Fact[] {
  return [...partyFacts(say, told), ...whenAndWhere(say, told)]
}

export function whenAndWhere(say: Say, held: Held): Fact[] {
  return [whenFact(say, held), ...placeFacts(say, held)]
}

/** The same, each with what it was where that has changed. */
export function changedFactsOf(say: Say, told: Told): Fact[] {
  const { project, meeting, days, before } = told
  if (!before) return facts(say, told)
  return [
    ...retitledFacts(say, { project, meeting, before }),
    changedWhen(say, { project, meeting, days, before }),
    ...placeFacts(say, told, before),
  ]
}

type Changed = Pick<Told, 'project' | 'meeting'> & { before: Before }

/** What it is called and where it is, each with what it was where that has changed. */
export function changedVenueOf(say: Say, told: Changed): Fact[] {
  return [...retitledFacts(say, told), ...placeFacts(say, told, told.before)]
}

/** When it is, if that has changed, or if it takes place after all. */
export function changedWhenOf(say: Say, told: Changed & Held): Fact[] {
  const fact = changedWhen(say, told)
  return fact.was !== undefined || told.before.status !== told.meeting.status ? [fact] : []
}

function changedWhen(say: Say, { before, ...held }: Changed & Held): Fact {
  const { meeting, days } = held
  return { ...whenFact(say, held), ...changed(daysText(say, before), daysText(say, { ...meeting, days })) }
}

function retitledFacts(say: Say, { project, meeting, before }: Changed): Fact[] {
  const [was = '', value = ''] = [before.title, meeting.title].map((title) => plain(say, title, project.locales))
  return was === value ? [] : [{ label: say('letter.title'), value, was }]
}

/** The date of a meeting that is postponed or called off is not one to come. */
export function whenFact(say: Say, { meeting, days }: Held): Fact {
  const { startsAt, zone, status, allDay } = meeting
  const when = daysText(say, { ...meeting, days })
  const zoned = allDay ? when : say('letter.time-zone', { when, zone: zoneName(zone, startsAt, say.locale) })
  return { label: say(status === 'published' ? 'letter.when' : 'letter.planned'), value: zoned }
}

type Days = Pick<Before, 'zone' | 'days' | 'startsAt' | 'endsAt' | 'allDay'>

/** Each day with its hours on a line; the dates alone where whole days are open. */
function daysText(say: Say, { days, ...span }: Days): string {
  const { zone, allDay } = span
  if (allDay) return whenText(say, span)
  return days.map((day) => whenText(say, { ...day, zone })).join('\n')
}

export function titleOf(say: Say, { project, meeting }: Pick<Told, 'project' | 'meeting'>): string {
  return plain(say, meeting.title, project.locales)
}

export function headingOf(say: Say, { project, meeting }: Pick<Told, 'project' | 'meeting'>) {
  const { text, locale } = inLanguage(meeting.title, say.locale, project.locales)
  return { heading: text, headingLocale: locale === say.locale ? undefined : locale }
}

export function positionFact(say: Say, { position }: Told): Fact {
  return { label: say('letter.position'), value: String(position ?? 1) }
}

export function deadlineFact(say: Say, { meeting, registration }: Told): Fact {
  const { heldUntil } = registration
  return { label: say('letter.deadline'), value: heldUntil ? dayAndTime(heldUntil, meeting.zone, say.locale) : '' }
}

/** Until when a place is kept that somebody else has to say yes to. */
export function heldFact(say: Say, told: Told): Fact {
  return { ...deadlineFact(say, told), label: say('letter.held.until') }
}

/** Of a class also its name, into which no message fits (see server/parties/class-form.ts); friends are never named. */
export function partyFacts(say: Say, { registration }: Pick<Told, 'registration'>): Fact[] {
  const { kind, seats, className } = registration
  const value = kind === 'class' ? partySize(say, registration) : String(seats)
  return [
    ...(className === null ? [] : [{ label: say('letter.class'), value: className }]),
    ...(seats > 1 ? [{ label: say('letter.seats'), value }] : []),
  ]
}

/** What they chose inside the meeting, each on a line. */
export function workshopFacts(say: Say, { project, meeting, workshops }: Told): Fact[] {
  const lines = workshops.chosen.map(({ title, startsAt, status }) => {
    const named = `${time(Temporal.Instant.from(startsAt), meeting.zone, say.locale)} ${plain(say, title, project.locales)}`
    return status === 'waiting' ? say('workshops.mine-waiting', { title: named }) : named
  })
  return lines.length > 0 ? [{ label: say('workshops.title'), value: lines.join('\n') }] : []
}

type Place = Pick<Meeting, 'address' | 'onlineUrl' | 'placeName' | 'accessNotes'>

function placeFacts(say: Say, told: Pick<Told, 'project' | 'meeting'>, before?: Place): Fact[] {
  const { project, meeting } = told
  const where = (place: Place) => placeText(say, project, place)
  const nowhere = say('letter.nowhere')
  const offline = say('letter.not-online')
  const old = before ?? meeting
  return [
    where(meeting) || where(old)
      ? {
          label: say('letter.where'),
          value: where(meeting) || nowhere,
          ...changed(where(old) || nowhere, where(meeting) || nowhere),
        }
      : null,
    accessFact(say, told, old),
    meeting.onlineUrl || old.onlineUrl
      ? {
          label: say('letter.online'),
          value: meeting.onlineUrl || offline,
          ...(meeting.onlineUrl ? { url: meeting.onlineUrl } : {}),
          ...changed(old.onlineUrl || offline, meeting.onlineUrl || offline),
        }
      : null,
  ].filter((fact) => fact !== null)
}

function accessFact(say: Say, { project, meeting }: Pick<Told, 'project' | 'meeting'>, old: Place): Fact | null {
  const [notes, oldNotes] = [meeting, old].map(({ accessNotes }) => plain(say, accessNotes, project.locales))
  if (!notes && !oldNotes) return null
  const nothing = say('letter.no-notes')
  const value = notes || nothing
  return { label: say('letter.access'), value, ...changed(oldNotes || nothing, value) }
}

function changed(was: string, is: string): { was?: string } {
  return was === is ? {} : { was }
}

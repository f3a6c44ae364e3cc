import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { MessageKey, Say } from '../say.ts'
import { zoneName } from '../when.ts'
import { headingOf } from './facts.ts'
import type { Fact, LetterContent } from './frame.ts'
import { smallPrint } from './registration-parts.ts'
import type { WorkshopTold } from './workshop-told.ts'

type Content = (say: Say, told: WorkshopTold) => LetterContent

export const workshopIn: Content = (say, told) => ({
  ...letter(say, told, 'letter.workshop-in.subject'),
  lead: say('letter.workshop-in.lead'),
  further: [...calendarNote(say, told), say('letter.workshop-in.cannot')],
})

export const workshopOut: Content = (say, told) => ({
  ...letter(say, told, told.hasGrown ? 'letter.workshop-out.grown-subject' : 'letter.workshop-out.subject'),
  lead: say(told.hasGrown ? 'letter.workshop-out.grown' : 'letter.workshop-out.lead'),
  further: [...calendarNote(say, told), ...(told.hasGrown ? [] : [say('letter.workshop.still-coming')])],
})

export const workshopDropped: Content = (say, told) => ({
  ...letter(say, told, 'letter.workshop-dropped.subject'),
  lead: say('letter.workshop-dropped.lead'),
  facts: facts(say, told, 'letter.planned'),
  further: [...calendarNote(say, told), say('letter.workshop.still-coming')],
})

export const workshopClosed: Content = (say, told) => ({
  ...letter(say, told, 'letter.workshop-closed.subject'),
  lead: say('letter.workshop-closed.lead'),
  further: calendarNote(say, told),
})

function calendarNote(say: Say, { entry }: WorkshopTold): string[] {
  if (!entry) return []
  return [say(entry === 'REQUEST' ? 'letter.workshop.calendar' : 'letter.calendar-removed')]
}

function letter(say: Say, told: WorkshopTold, subject: MessageKey) {
  return {
    ...headingOf(say, told),
    subject: say(subject, { workshop: plain(say, told.slot.title, told.project.locales) }),
    facts: facts(say, told, 'letter.when'),
    button: { label: say('letter.workshop.button'), url: told.workshopsUrl },
    small: smallPrint(say, told),
  }
}

function facts(say: Say, { project, meeting, registration, slot }: WorkshopTold, when: MessageKey): Fact[] {
  const [startsAt, endsAt] = [Temporal.Instant.from(slot.startsAt), Temporal.Instant.from(slot.endsAt)]
  const hours = whenText(say, { startsAt, endsAt, zone: meeting.zone })
  const zone = zoneName(meeting.zone, startsAt, say.locale)
  const room = slot.room ? plain(say, slot.room, project.locales) : ''
  const where = [room, placeText(say, project, meeting)].filter(Boolean).join(', ')
  return [
    { label: say('letter.workshop'), value: plain(say, slot.title, project.locales) },
    { label: say(when), value: say('letter.time-zone', { when: hours, zone }) },
    ...(where ? [{ label: say('letter.where'), value: where }] : []),
    ...(registration.seats > 1 ? [{ label: say('letter.seats'), value: String(registration.seats) }] : []),
  ]
}

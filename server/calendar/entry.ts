import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { say } from '../../views/say.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { later } from '../later.ts'
import { uidOf } from './uid.ts'

/** What a calendar is told, whatever way it is told: letter, file, feed or link. */
export type Entry = {
  uid: string
  sequence: number
  /** DTSTAMP and LAST-MODIFIED: stored, never the time of writing, so that the same facts give the same bytes. */
  changedAt: Temporal.Instant
  createdAt?: Temporal.Instant
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  zone: string
  /** Dates without hours, from midnight to midnight in its zone. */
  allDay?: boolean
  title: string
  /** Plain text. No secret link: people share calendars. */
  text: string
  place: string
  url: string
  /** Null is not written: a CANCEL to one guest must not say that the meeting is off (RFC 5546 3.2.5). */
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' | null
  /** Does not block the time. */
  transparent?: boolean
  categories: string[]
  /** Written into feeds alone. */
  picture?: string
  /** Before the start; only where somebody wants it. */
  alarmMinutes?: number
  /** Both are written into invitations only. */
  organiser?: { name: string; email: string }
  attendee?: { email: string; partstat: 'ACCEPTED' | 'NEEDS-ACTION' }
}

/** What calendars are told of a meeting is made of this. */
export type ToldMeeting = Pick<
  Meeting,
  | 'id'
  | 'slug'
  | 'title'
  | 'summary'
  | 'placeName'
  | 'address'
  | 'accessNotes'
  | 'onlineUrl'
  | 'zone'
  | 'startsAt'
  | 'endsAt'
  | 'allDay'
  | 'status'
  | 'sequence'
  | 'changedAt'
  | 'createdAt'
>

export function meetingEntry(project: Project, meeting: ToldMeeting, locale: Locale, publicUrl: string): Entry {
  const read = reader(project, locale)
  const url = publicUrl + paths.meeting(project, meeting)
  return {
    uid: uidOf(meeting),
    sequence: meeting.sequence,
    changedAt: meeting.changedAt,
    createdAt: meeting.createdAt,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    zone: meeting.zone,
    title: titled(read(meeting.title), meeting, locale),
    text: [read(meeting.summary), ...directions(meeting, read, locale, url)].filter(Boolean).join('\n\n'),
    place: placeOf(meeting, read),
    url,
    ...(meeting.allDay ? { allDay: true, transparent: true } : {}),
    ...standing(meeting),
    categories: [read(project.title)].filter(Boolean),
    picture: pictureOf(project, meeting, locale, publicUrl),
  }
}

/** A slot of the released agenda; one that was withdrawn from it is cancelled, even if the meeting goes on. */
export function slotEntry(
  project: Project,
  meeting: ToldMeeting,
  slot: ReleasedSlot & { withdrawn?: boolean },
  locale: Locale,
  publicUrl: string,
): Entry {
  const read = reader(project, locale)
  const url = publicUrl + paths.slot(project, meeting, slot)
  const names = slot.speakers.map(({ name }) => name).join(', ')
  const told = [read(slot.summary), names && say(locale)('calendar.speakers', { names })]
  return {
    uid: uidOf(slot),
    // Either one rises when something changes, and neither ever falls.
    sequence: meeting.sequence + slot.sequence,
    changedAt: later(meeting.changedAt, Temporal.Instant.from(slot.changedAt)),
    startsAt: Temporal.Instant.from(slot.startsAt),
    endsAt: Temporal.Instant.from(slot.endsAt),
    zone: meeting.zone,
    title: titled(read(slot.title), meeting, locale),
    text: [...told, ...directions(meeting, read, locale, url)].filter(Boolean).join('\n\n'),
    place: [slot.room && read(slot.room), placeOf(meeting, read)].filter(Boolean).join(', '),
    url,
    ...(slot.withdrawn ? standing({ status: 'cancelled' }) : standing(meeting)),
    categories: [read(project.title), say(locale)(`agenda.type.${slot.type}`)].filter(Boolean),
    picture: pictureOf(project, meeting, locale, publicUrl),
  }
}

function pictureOf(project: Project, meeting: ToldMeeting, locale: Locale, publicUrl: string): string {
  return `${publicUrl}${paths.meetingCard(project, meeting)}?lang=${locale}`
}

type Read = (text: Localised) => string

function reader(project: Project, locale: Locale): Read {
  return (text) => inLanguage(text, locale, project.locales).text
}

/** In words too: few calendars show a status. */
function titled(title: string, meeting: ToldMeeting, locale: Locale): string {
  return meeting.status === 'postponed' ? say(locale)('calendar.postponed-title', { title }) : title
}

function directions(meeting: ToldMeeting, read: Read, locale: Locale, page: string): string[] {
  const t = say(locale)
  const notes = read(meeting.accessNotes)
  return [
    notes && t('calendar.access', { notes }),
    meeting.onlineUrl && t('calendar.online', { url: meeting.onlineUrl }),
    t('calendar.page', { url: page }),
  ].filter(Boolean)
}

function placeOf(meeting: ToldMeeting, read: Read): string {
  return [read(meeting.placeName), meeting.address].filter(Boolean).join(', ') || meeting.onlineUrl
}

function standing({ status }: Pick<Meeting, 'status'>): Pick<Entry, 'status' | 'transparent'> {
  if (status === 'cancelled') return { status: 'CANCELLED', transparent: true }
  if (status === 'postponed') return { status: 'TENTATIVE', transparent: true }
  return { status: 'CONFIRMED' }
}

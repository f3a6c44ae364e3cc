import { createHash } from 'node:crypto'
import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import type { Day, Meeting, Project } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { say } from '../../views/say.ts'
import { datesOf } from '../../views/when.ts'
import type { Profile } from '../speakers/profiles.ts'
import type { Released, ReleasedSlot, ReleasedSpeaker } from './release.ts'

export type Conference = {
  project: Project
  meeting: Meeting
  days: readonly Pick<Day, 'startsAt'>[]
  agenda: Released
  profiles: ReadonlyMap<string, Profile>
}
type Context = Conference & { locale: Locale; publicUrl: string; read: (text: Localised) => string }

/** Conference apps take the hours after midnight for the evening before, as pretalx does. */
const dayBegins = { hours: 4 }

/**
 * The agenda as pretalx exports it (its FrabJsonExporter; schema: github.com/voc/schedule, validator/json). Every event
 * needs a room there, so what is in all rooms stands in one of that name.
 */
export function scheduleOf(conference: Conference, locale: Locale, publicUrl: string) {
  const { project, meeting, agenda } = conference
  const read = (text: Localised) => inLanguage(text, locale, project.locales).text
  const context: Context = { ...conference, locale, publicUrl, read }
  return {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'Kopā', url: publicUrl },
    schedule: {
      url: publicUrl + paths.meeting(project, meeting),
      // As with pretalx, whose versions are names.
      version: agenda.name || `v${agenda.version}`,
      base_url: publicUrl,
      conference: conferenceOf(context),
    },
  }
}

function conferenceOf(context: Context) {
  const { project, meeting, agenda, read } = context
  const dates = scheduledDates(context)
  return {
    acronym: `${project.slug}_${meeting.slug}`.replaceAll('-', '_'),
    title: read(meeting.title),
    start: dates[0] ?? dateOf(meeting.startsAt, context),
    end: dates.at(-1) ?? dateOf(meeting.endsAt, context),
    daysCount: dates.length,
    timeslot_duration: '00:05',
    time_zone_name: meeting.zone,
    rooms: [...new Set(agenda.slots.map((slot) => roomName(slot, context)))].map((name) => ({
      name,
      guid: guidFrom(`${meeting.id} ${name}`),
      description: null,
      capacity: null,
    })),
    days: dates.map((date, i) => dayOf(date, i + 1, context)),
  }
}

function dayOf(date: string, index: number, context: Context) {
  const begins = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: context.meeting.zone,
    plainTime: Temporal.PlainTime.from({ hour: dayBegins.hours }),
  })
  const events = context.agenda.slots.filter((slot) => dateOf(start(slot), context) === date)
  const byRoom = Map.groupBy(events, (slot) => roomName(slot, context))
  return {
    index,
    date,
    day_start: stamp(begins),
    day_end: stamp(begins.add({ days: 1 }).subtract({ minutes: 1 })),
    rooms: Object.fromEntries([...byRoom].map(([room, slots]) => [room, slots.map((slot) => eventOf(slot, context))])),
  }
}

function eventOf(slot: ReleasedSlot, context: Context) {
  const { project, meeting, locale, publicUrl, read } = context
  const at = start(slot).toZonedDateTimeISO(meeting.zone)
  return {
    guid: slot.id,
    id: numberFrom(slot.id),
    logo: publicUrl + paths.meetingCard(project, meeting),
    date: stamp(at),
    start: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    duration: durationOf(slot),
    room: roomName(slot, context),
    slug: `${meeting.slug}-${slot.slug}`,
    url: publicUrl + paths.slot(project, meeting, slot),
    title: read(slot.title),
    subtitle: '',
    track: '',
    type: say(locale)(`agenda.type.${slot.type}`),
    language: inLanguage(slot.title, locale, project.locales).locale,
    abstract: read(slot.summary),
    description: '',
    recording_license: '',
    do_not_record: false,
    persons: slot.speakers.map((speaker) => personOf(speaker, context)),
    links: [],
    attachments: [],
    answers: [],
  }
}

/** Early releases knew no more than a name. */
function personOf({ id, name }: ReleasedSpeaker, { project, profiles, publicUrl, read }: Context) {
  const guid = id || guidFrom(`${project.id} ${name}`)
  const profile = profiles.get(id)
  return {
    guid,
    code: guid.slice(0, 8).toUpperCase(),
    name,
    public_name: name,
    biography: profile ? read(profile.bio) : '',
    ...(profile?.pictureId ? { avatar: publicUrl + paths.picture({ id: profile.pictureId }) } : {}),
    links: profile?.links.map(({ label, url }) => ({ title: label || url, url, type: 'related' })) ?? [],
    answers: [],
  }
}

function roomName(slot: ReleasedSlot, { agenda, meeting, locale, read }: Context): string {
  if (slot.room) return read(slot.room)
  const onlyPlace = agenda.slots.every(({ room }) => room === null) && read(meeting.placeName)
  return onlyPlace || say(locale)('agenda.all-rooms')
}

/** Each day of the meeting, and each that the agenda reaches into. */
function scheduledDates(context: Context): string[] {
  const moments = [...context.days.map(({ startsAt }) => startsAt), ...context.agenda.slots.map(start)]
  return [...new Set([...wholeDates(context), ...moments.map((at) => dateOf(at, context))])].sort()
}

/** Of what is open for days, all of them. */
function wholeDates({ meeting }: Context): string[] {
  if (!meeting.allDay) return []
  const { first, last } = datesOf(meeting)
  return Array.from({ length: first.until(last).days + 1 }, (_, days) => first.add({ days }).toString())
}

function dateOf(at: Temporal.Instant, { meeting }: Pick<Conference, 'meeting'>): string {
  return at.toZonedDateTimeISO(meeting.zone).toPlainDateTime().subtract(dayBegins).toPlainDate().toString()
}

function durationOf(slot: ReleasedSlot): string {
  const { hours, minutes } = start(slot).until(Temporal.Instant.from(slot.endsAt), { largestUnit: 'hour' })
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function start(slot: ReleasedSlot): Temporal.Instant {
  return Temporal.Instant.from(slot.startsAt)
}

function stamp(at: Temporal.ZonedDateTime): string {
  return at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** A positive number that stays the same: apps key their favourites by it. */
function numberFrom(id: string): number {
  return (Number.parseInt(id.slice(0, 8), 16) % 2_147_483_646) + 1
}

/** The same name gives the same identifier, in the form of a UUID (RFC 9562 5.8). */
function guidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

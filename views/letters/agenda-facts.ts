import type { ReleasedSlot } from '../../server/agenda/release.ts'
import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { shortWeekday, timeSpan, zoneName } from '../when.ts'
import type { Changed, DigestTold } from './digest-told.ts'
import type { Fact } from './frame.ts'

type Where = Pick<DigestTold, 'project' | 'meeting' | 'severalDays'>

/** One line of the agenda, with what was different about it. */
export function listed(say: Say, where: Where, { was, is }: Changed): Fact {
  const slot = is ?? was
  const old = was && line(say, where, was)
  const { time, title, room } = line(say, where, slot)
  const isInRoom = slot.room !== null || (was?.room ?? null) !== null
  const what = isInRoom ? `${title}, ${room}` : title
  if (!is) return { label: time, value: say('letter.agenda.gone', { what }) }
  if (!old) return { label: time, value: say('letter.agenda.new', { what }) }
  const differing = [old.time !== time && old.time, old.title !== title && old.title, old.room !== room && old.room]
  return { label: time, value: what, was: differing.filter(Boolean).join(', ') }
}

/** All that a speaker has to know about their own slot. */
export function ownFacts(say: Say, told: DigestTold, { was, is, names }: DigestTold['own'][number]): Fact[] {
  const old = was && described(say, told, was)
  const now = is && described(say, told, is)
  const title = { label: say('letter.agenda.slot'), ...beside(old?.title, now?.title ?? old?.title) }
  const speaking = { label: say('letter.agenda.speaking'), value: names.join(', ') }
  const head = told.speakers.length > 1 ? [title, speaking] : [title]
  if (!now) return [...head, { label: say('letter.when'), ...beside(old?.when, say('letter.agenda.off')) }]
  const when = beside(old?.when, now.when)
  return [
    ...head,
    { label: say('letter.when'), ...when, value: say('letter.time-zone', { when: now.when, zone: now.zone }) },
    { label: say('letter.agenda.minutes'), ...beside(old?.minutes, now.minutes) },
    ...(now.place ? [{ label: say('letter.where'), ...beside(old?.place, now.place) }] : []),
  ]
}

function line(say: Say, { project, meeting, severalDays }: Where, slot: ReleasedSlot) {
  const { startsAt, endsAt } = spanOf(slot)
  const hours = timeSpan({ startsAt, endsAt, zone: meeting.zone }, say.locale)
  return {
    time: severalDays ? `${shortWeekday(startsAt, meeting.zone, say.locale)}, ${hours}` : hours,
    title: plain(say, slot.title, project.locales),
    room: slot.room ? plain(say, slot.room, project.locales) : say('agenda.all-rooms'),
  }
}

function described(say: Say, { project, meeting }: Where, slot: ReleasedSlot) {
  const { startsAt, endsAt } = spanOf(slot)
  const minutes = startsAt.until(endsAt).total('minutes')
  const room = slot.room ? plain(say, slot.room, project.locales) : ''
  return {
    title: plain(say, slot.title, project.locales),
    when: whenText(say, { startsAt, endsAt, zone: meeting.zone }),
    zone: zoneName(meeting.zone, startsAt, say.locale),
    minutes: say('agenda.minutes', { minutes }),
    place: [room, placeText(say, project, meeting)].filter(Boolean).join(', '),
  }
}

function beside(was: string | undefined, value = ''): Pick<Fact, 'value' | 'was'> {
  return was === undefined || was === value ? { value } : { value, was }
}

function spanOf({ startsAt, endsAt }: ReleasedSlot) {
  return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) }
}

import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { datesOf, machine } from '../when.ts'
import type { MeetingShown } from './lasting-parts.ts'
import type { MeetingView } from './page.ts'

/** The meeting as https://schema.org/Event, for search engines and event calendars; what it `offers` is `offerOf`. */
export function eventData(say: Say, shown: MeetingShown): object {
  const { project, meeting, publicUrl } = shown
  const read = (text: typeof meeting.title) => plain(say, text, project.locales)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: read(meeting.title),
    description: read(meeting.summary),
    ...spanOf(meeting),
    eventStatus: `https://schema.org/${statuses[meeting.status]}`,
    ...attendance(say, shown),
    organizer: { '@type': 'Organization', name: read(project.title), url: publicUrl + paths.project(project) },
    image: [`${publicUrl}${paths.meetingCard(project, meeting)}?lang=${say.locale}`],
    inLanguage: project.locales,
    url: publicUrl + paths.meeting(project, meeting),
  }
}

/** A Date where there are no hours, the last one included; else a DateTime. */
function spanOf(meeting: MeetingShown['meeting']): { startDate: string; endDate: string } {
  const { startsAt, endsAt, zone, allDay } = meeting
  if (!allDay) return { startDate: machine(startsAt, zone), endDate: machine(endsAt, zone) }
  const { first, last } = datesOf(meeting)
  return { startDate: first.toString(), endDate: last.toString() }
}

const statuses = {
  draft: 'EventScheduled',
  published: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
} as const

function attendance(say: Say, { project, meeting }: MeetingShown) {
  const name = plain(say, meeting.placeName, project.locales) || meeting.address
  const place = name ? [{ '@type': 'Place', name, address: meeting.address || name }] : []
  const online = meeting.onlineUrl ? [{ '@type': 'VirtualLocation', url: meeting.onlineUrl }] : []
  const mode = place.length > 0 && online.length > 0 ? 'Mixed' : online.length > 0 ? 'Online' : 'Offline'
  return { eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`, location: [...place, ...online] }
}

/** Coming costs nothing; what is left is a place or a turn in line. */
export function offerOf({ project, meeting, door, publicUrl }: MeetingView) {
  return {
    '@type': 'Offer',
    price: 0,
    priceCurrency: 'EUR',
    availability: `https://schema.org/${availability[door] ?? 'Discontinued'}`,
    url: publicUrl + paths.register(project, meeting),
    ...(meeting.opensAt ? { validFrom: machine(meeting.opensAt, meeting.zone) } : {}),
  }
}

const availability: Partial<Record<MeetingView['door'], string>> = {
  open: 'InStock',
  'waiting-list': 'SoldOut',
  full: 'SoldOut',
  'not-yet': 'PreSale',
}

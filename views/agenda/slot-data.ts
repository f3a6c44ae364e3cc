import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine } from '../when.ts'
import type { SlotView } from './slot-page.ts'

/** The slot as https://schema.org/Event, a part of its meeting. */
export function slotData(say: Say, { project, meeting, slot, profiles, publicUrl }: SlotView): object {
  const read = (text: typeof slot.title) => plain(say, text, project.locales)
  const name = [slot.room && read(slot.room), read(meeting.placeName)].filter(Boolean).join(', ') || meeting.address
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: read(slot.title),
    description: read(slot.summary) || read(slot.title),
    startDate: machine(Temporal.Instant.from(slot.startsAt), meeting.zone),
    endDate: machine(Temporal.Instant.from(slot.endsAt), meeting.zone),
    eventStatus: `https://schema.org/${slot.withdrawn || meeting.status === 'cancelled' ? 'EventCancelled' : meeting.status === 'postponed' ? 'EventPostponed' : 'EventScheduled'}`,
    ...(name ? { location: { '@type': 'Place', name, address: meeting.address || name } } : {}),
    performer: slot.speakers.map(({ id, name: called }) => ({
      '@type': profiles.get(id)?.kind === 'group' ? 'PerformingGroup' : 'Person',
      name: called,
    })),
    superEvent: { '@type': 'Event', name: read(meeting.title), url: publicUrl + paths.meeting(project, meeting) },
    inLanguage: project.locales,
    url: publicUrl + paths.slot(project, meeting, slot),
  }
}

import type { Day, Meeting, Project } from '../../db/schema.ts'
import { local } from '../../views/when.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'

/** A meeting as an organiser would have typed it: what its form shows before anybody changes it. */
export function typedMeeting(meeting: Meeting, days: Day[]): Typed {
  const { slug, address, onlineUrl, zone, opensAt, closesAt } = meeting
  return {
    ...{ slug, address, onlineUrl, zone },
    ...typedText('title', meeting.title),
    ...typedText('summary', meeting.summary),
    ...typedText('description', meeting.description),
    ...typedText('placeName', meeting.placeName),
    ...typedText('accessNotes', meeting.accessNotes),
    ...Object.assign({}, ...days.map((day, i) => typedDay(`day.${i}`, day, zone))),
    ...(meeting.allDay ? { allDay: 'yes' } : {}),
    capacity: String(meeting.capacity),
    opensAt: local(opensAt, zone),
    closesAt: local(closesAt, zone),
    offerHours: String(meeting.offerHours),
    quietMinutes: String(meeting.quietMinutes),
  }
}

/** What a new meeting begins with. */
export function typedNothing(project: Project): Typed {
  return { zone: project.zone, capacity: '30', offerHours: '24', quietMinutes: '10' }
}

function typedDay(name: string, { startsAt, endsAt }: Day, zone: string): Typed {
  const [date = '', from = ''] = local(startsAt, zone).split('T')
  const [, to = ''] = local(endsAt, zone).split('T')
  return { [`${name}.date`]: date, [`${name}.from`]: from, [`${name}.to`]: to }
}

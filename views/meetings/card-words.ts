import type { Meeting, Project } from '../../db/schema.ts'
import type { Card } from '../../server/meetings/card.ts'
import { datesOfYear } from '../dates.ts'
import { colourOf } from '../page.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { posterDate, time } from '../when.ts'

/** What the meeting's picture says. */
export function cardWords(say: Say, project: Project, meeting: Meeting, publicUrl: string): Card {
  const { slug, number, startsAt, zone } = meeting
  return {
    ...{ slug, colour: colourOf(project), ...posterDate(startsAt, zone, say.locale) },
    title: plain(say, meeting.title, project.locales),
    above: `${plain(say, project.title, project.locales)} · ${say('meeting.number', { number })}`,
    below: whenAndWhere(say, project, meeting),
    link: publicUrl + paths.meeting(project, meeting),
  }
}

function whenAndWhere(say: Say, project: Project, meeting: Meeting): string {
  const { status, startsAt, zone, placeName, address, allDay } = meeting
  if (status === 'cancelled' || status === 'postponed') return say(`meeting.door-${status}`)
  const place = plain(say, placeName, project.locales) || address || say('meeting.online')
  return [allDay ? datesOfYear(meeting, say.locale) : time(startsAt, zone, say.locale), place].join(' · ')
}

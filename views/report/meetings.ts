import type { HeldMeeting, ReportTold } from '../../server/report/told.ts'
import { datesText } from '../dates.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { datesOf, shortDay } from '../when.ts'
import type { Block } from './blocks.ts'

type Told = ReportTold

/** Each meeting that was held: when, where, and how many came. */
export function meetingBlocks(say: Say, { project: { locales }, meetings, numbers }: Told): Block[] {
  if (meetings.length === 0) return []
  const came = (id: string) => numbers.tables.came.meetings[numbers.meetings.findIndex((one) => one.id === id)] ?? null
  const rows = meetings.map(({ meeting }) => ({
    cells: [
      `${meeting.number}. ${plain(say, meeting.title, locales)}`,
      heldOn(say, meeting),
      [plain(say, meeting.placeName, locales), meeting.address].filter(Boolean).join(', '),
      came(meeting.id),
    ],
  }))
  const heads = [...[say('numbers.meeting'), say('projects.column-when'), say('report.place')], say('numbers.of.came')]
  return [{ is: 'table', label: say('numbers.counts.meetings'), heads, rows }]
}

/** What was told, with those who may be named. */
export function storyBlocks(say: Say, { project: { locales }, meetings }: Told): Block[] {
  return meetings.flatMap(({ meeting, slots }): Block[] => {
    const told = slots.filter(({ type }) => type === 'story' || type === 'talk')
    if (told.length === 0) return []
    const lines = told.map(({ title, speakers }) => ({
      text: plain(say, title, locales),
      detail: speakers.map(({ name }) => name).join(', '),
    }))
    return [
      { is: 'heading', text: meetingNamed(say, { locales }, meeting) },
      { is: 'lines', lines },
    ]
  })
}

export function meetingNamed(
  say: Say,
  { locales }: Pick<Told['project'], 'locales'>,
  meeting: HeldMeeting['meeting'],
): string {
  return `${meeting.number}. ${plain(say, meeting.title, locales)}`
}

function heldOn(say: Say, meeting: HeldMeeting['meeting']): string {
  const { first, last } = datesOf(meeting)
  return first.equals(last) ? shortDay(meeting.startsAt, meeting.zone, say.locale) : datesText(meeting, say.locale)
}

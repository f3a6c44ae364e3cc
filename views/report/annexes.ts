import type { Material } from '../../db/schema.ts'
import type { HeldMeeting, ReportTold } from '../../server/report/told.ts'
import { newsPaths } from '../news-paths.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { timeSpan } from '../when.ts'
import type { Block, Line } from './blocks.ts'
import { meetingNamed } from './meetings.ts'

/** Where everybody can read on. */
export function linkBlocks(say: Say, { project, links, news }: ReportTold, publicUrl: string): Block[] {
  const own = (text: string, path: string): Line => ({ text, href: publicUrl + path })
  const lines: Line[] = [
    own(plain(say, project.title, project.locales), paths.project(project)),
    own(say('materials.all'), paths.produced(project)),
    ...news.map(({ meeting, title }) => own(plain(say, title, project.locales), newsPaths.news(project, meeting))),
    ...links.map(({ label, url }) => ({ text: plain(say, label, project.locales), href: url })),
  ]
  return [{ is: 'lines', lines }]
}

/** Every programme as it was released last, and the evidence that goes with the report. */
export function annexBlocks(say: Say, { project, meetings, evidence }: ReportTold): Block[] {
  const programmes = meetings.filter(({ slots }) => slots.length > 0)
  const sheets = [
    ...meetings.flatMap(({ meeting, sheets }) =>
      sheets.map((sheet) => line(sheet, meetingNamed(say, project, meeting))),
    ),
    ...evidence.map((sheet) => line(sheet, '')),
  ]
  return [...programmes.map((held) => programme(say, project, held)), ...(sheets.length > 0 ? attached(sheets) : [])]

  function line({ title, name }: Material, of: string): Line {
    return { text: plain(say, title, project.locales), detail: [of, name].filter(Boolean).join(' · ') }
  }

  function attached(lines: Line[]): Block[] {
    return [
      { is: 'heading', text: say('report.evidence') },
      { is: 'note', text: say('report.evidence-apart') },
      { is: 'lines', lines },
    ]
  }
}

function programme(say: Say, project: ReportTold['project'], { meeting, slots }: HeldMeeting): Block {
  const rows = slots.map(({ title, startsAt, endsAt, speakers }) => {
    const span = {
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(endsAt),
      zone: meeting.zone,
    }
    const names = speakers.map(({ name }) => name).join(', ')
    return { cells: [timeSpan(span, say.locale), plain(say, title, project.locales), names] }
  })
  const label = say('report.programme', { meeting: meetingNamed(say, project, meeting) })
  const heads = [say('report.time'), say('report.what'), say('report.who')]
  return { is: 'table', label, heads, rows }
}

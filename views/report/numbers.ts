import type { Numbers } from '../../server/numbers/numbers.ts'
import type { Reached } from '../../server/numbers/reached.ts'
import type { ReportTold } from '../../server/report/told.ts'
import { largest } from '../numbers/bar.ts'
import { called } from '../numbers/called.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import type { Block, Cell, Row } from './blocks.ts'
import { meetingNamed } from './meetings.ts'

/** What was promised and reached, and who came: with the same kept back as everywhere. */
export function numberBlocks(say: Say, told: ReportTold): Block[] {
  const { numbers, project } = told
  const facts: [string, string][] = [
    [say('numbers.counts.participants'), counted(say, numbers.participants)],
    [say('numbers.counts.young'), counted(say, numbers.young)],
    [say('numbers.counts.attendances'), counted(say, { number: numbers.tables.came.all, atLeast: false })],
  ]
  const names = called(say, project, numbers.groups)
  return [
    { is: 'facts', facts },
    ...aims(say, told),
    ...(numbers.meetings.length > 0 ? [byMeeting(say, told)] : []),
    ...across(say, numbers, 'byGroup', names.group),
    ...across(say, numbers, 'byBand', names.band),
    { is: 'note', text: say('numbers.kept-back-why', { smallest: numbers.counting.smallest }) },
  ]
}

function counted(say: Say, { number, atLeast }: Reached): string {
  if (number === null) return say('numbers.kept-back')
  return say(atLeast ? 'numbers.at-least' : 'numbers.number', { number })
}

function aims(say: Say, { project: { locales }, numbers }: ReportTold): Block[] {
  if (numbers.aims.length === 0) return []
  const rows = numbers.aims.map(({ indicator: { name, planned }, reached }): Row => {
    const cells = [plain(say, name, locales), planned, reached.atLeast ? counted(say, reached) : reached.number]
    return { cells, share: [reached.number, planned] }
  })
  const heads = [say('numbers.indicator'), say('numbers.planned'), say('numbers.reached')]
  return [{ is: 'table', label: say('numbers.indicators'), heads, rows }]
}

const measures = ['registered', 'came', 'walkIns'] as const

function byMeeting(say: Say, { project, numbers: { meetings, tables } }: ReportTold): Block {
  const most = largest(tables.came.meetings)
  const rows = meetings.map((meeting, at): Row => {
    const numbers = measures.map((measure) => tables[measure].meetings[at] ?? null)
    const share: Row['share'] = [tables.came.meetings[at] ?? null, most]
    return { cells: [meetingNamed(say, project, meeting), ...numbers], share }
  })
  const all: Row = {
    cells: [say('numbers.together'), ...measures.map((measure) => tables[measure].all)],
    isSum: true,
  }
  const heads = [say('numbers.meeting'), ...measures.map((measure) => say(`numbers.of.${measure}`))]
  return { is: 'table', label: say('numbers.by-meeting'), heads, rows: [...rows, all] }
}

/** Groups or age bands in rows, meetings in columns: those who came. */
function across(
  say: Say,
  { meetings, tables: { came } }: Numbers,
  by: 'byGroup' | 'byBand',
  name: (column: string | null) => string,
): Block[] {
  const { columns, rows, totals } = came[by]
  if (columns.length === 0) return []
  const most = largest(totals)
  const each = columns.map((column, at): Row => {
    const numbers: Cell[] = rows.map((row) => row[at] ?? null)
    return { cells: [name(column), ...numbers, totals[at] ?? null], share: [totals[at] ?? null, most] }
  })
  const sum: Row = { cells: [say('numbers.together'), ...came.meetings, came.all], isSum: true }
  const heads = [say(`numbers.${by}-one`), ...meetings.map(({ number }) => `${number}.`), say('numbers.together')]
  return [{ is: 'table', label: say(`numbers.${by}`), heads, rows: [...each, sum] }]
}

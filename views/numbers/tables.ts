import type { Measure } from '../../server/numbers/attendance.ts'
import type { Numbers } from '../../server/numbers/numbers.ts'
import type { Shown, Table } from '../../server/numbers/tables.ts'
import { type Content, type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { plain, words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { bar, largest } from './bar.ts'
import { shareHead } from './indicators.ts'
import { shown } from './shown.ts'

type Project = { locales: Parameters<typeof words>[2] }

/** Each meeting with all three numbers. */
export function meetingTable(say: Say, { locales }: Project, { meetings, tables }: Numbers): Html {
  const { registered, came, walkIns } = tables
  const most = largest([...registered.meetings, ...came.meetings])
  const heads = [
    say('numbers.meeting'),
    say('numbers.of.registered'),
    say('numbers.of.came'),
    say('numbers.of.walkIns'),
    shareHead(say),
  ]
  const rows = meetings.map((meeting, at) =>
    row(
      html`${meeting.number}. ${words(say, meeting.title, locales)}`,
      [registered, came, walkIns].map((counted) => shown(say, counted.meetings[at] ?? null)),
      bar(came.meetings[at] ?? null, most),
    ),
  )
  const all = [registered, came, walkIns].map((counted) => shown(say, counted.all))
  return table(say('numbers.by-meeting'), heads, [...rows, row(html`${say('numbers.together')}`, all, null, 'sum')])
}

type Columns = { by: 'byGroup' | 'byBand'; called: (column: string | null) => Content }

/** Groups or age bands in rows, meetings in columns. */
export function crossTable(
  say: Say,
  project: Project,
  { meetings, tables }: Numbers,
  of: Measure,
  wanted: Columns,
): Html {
  const { [wanted.by]: counted, all, meetings: totals } = tables[of]
  const heads = meetings.map(
    ({ number, title }) => html`<abbr title="${plain(say, title, project.locales)}">${number}.</abbr>`,
  )
  const most = largest(counted.totals)
  const rows = counted.columns.map((column, at) => {
    const numbers = [...cells(counted, at), counted.totals[at] ?? null]
    return row(
      wanted.called(column),
      numbers.map((number) => shown(say, number)),
      bar(counted.totals[at] ?? null, most),
    )
  })
  const sums = [...totals, all].map((number) => shown(say, number))
  return table(
    say(`numbers.${wanted.by}`),
    [say(`numbers.${wanted.by}-one`), ...heads, say('numbers.together'), shareHead(say)],
    [...rows, row(html`${say('numbers.together')}`, sums, null, 'sum')],
  )
}

function cells({ rows }: Table<string>, at: number): Shown[] {
  return rows.map((row) => row[at] ?? null)
}

function row(name: Content, numbers: readonly Html[], drawn: Html | null, kind = ''): Html {
  return html`<tr${kind ? html` class="${kind}"` : null}><th scope="row">${name}</th>${numbers.map((number) => html`<td class="number">${number}</td>`)}<td class="share">${drawn}</td></tr>`
}

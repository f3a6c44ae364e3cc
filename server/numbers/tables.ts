import { type Attendance, type Cell, type Measure, measures } from './attendance.ts'
import type { Grid } from './cheapest-way.ts'
import { keptBack } from './kept-back.ts'
import { totalsKeptBack } from './totals-kept-back.ts'

/** Null: kept back, since it is too small, or since a small one would follow from it. */
export type Shown = number | null

/** Meetings by groups or age bands; null among those: nobody said. */
export type Table<Column> = {
  columns: (Column | null)[]
  /** In the order of the meetings. */
  rows: Shown[][]
  totals: Shown[]
}

export type Counted = {
  meetings: Shown[]
  all: Shown
  byGroup: Table<string>
  byBand: Table<string>
}

export type Tables = Record<Measure, Counted>

/** Everything that may be shown of who registered and who came. */
export function tablesOf(attendance: Attendance, smallest: number): Tables {
  const each = measures.map((measure) => [measure, countedOf(attendance, measure, smallest)])
  return Object.fromEntries(each) as Tables
}

function countedOf({ meetings, groups, bands, cells }: Attendance, measure: Measure, smallest: number): Counted {
  const totals = meetings.map(({ id }) => sum(cells, measure, (cell) => cell.meetingId === id))
  const back = totalsKeptBack(totals, smallest)
  const ids = meetings.map(({ id }) => id)
  const table = (columns: string[], of: (cell: Cell) => string | null) => {
    const used = [...columns, ...(sum(cells, measure, (cell) => of(cell) === null) > 0 ? [null] : [])]
    return shown(used, gridOf(cells, measure, ids, used, of), back, smallest)
  }
  return {
    meetings: totals.map((total, at) => (back === null || back.has(at) ? null : total)),
    all: back === null ? null : sum(cells, measure, () => true),
    byGroup: table(
      groups.map(({ id }) => id),
      ({ groupId }) => groupId,
    ),
    byBand: table(bands, ({ band }) => band),
  }
}

function gridOf(
  cells: readonly Cell[],
  measure: Measure,
  ids: readonly string[],
  columns: readonly (string | null)[],
  of: (cell: Cell) => string | null,
): Grid {
  const rows = ids.map((id) => {
    const inside = columns.map((column) => sum(cells, measure, (cell) => cell.meetingId === id && of(cell) === column))
    return [...inside, inside.reduce((all, one) => all + one, 0)]
  })
  const width = columns.length + 1
  return [...rows, Array.from({ length: width }, (_, at) => rows.reduce((all, row) => all + (row[at] ?? 0), 0))]
}

function shown(
  columns: (string | null)[],
  grid: Grid,
  rows: ReadonlySet<number> | null,
  smallest: number,
): Table<string> {
  const back = rows && keptBack(grid, rows, smallest)
  const all = grid.map((row, r) => row.slice(0, -1).map((number, c) => (back && !back[r]?.[c] ? number : null)))
  return { columns, rows: all.slice(0, -1), totals: all.at(-1) ?? [] }
}

function sum(cells: readonly Cell[], measure: Measure, which: (cell: Cell) => boolean): number {
  return cells.reduce((all, cell) => all + (which(cell) ? cell[measure] : 0), 0)
}

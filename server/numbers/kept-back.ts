import { cheapestWay, type Edge, type Grid, type KeptBack, type Table } from './cheapest-way.ts'
import { isSmall } from './totals-kept-back.ts'

/**
 * Which numbers of a table are kept back: those too small, and as many more that none follows from the others by adding
 * and subtracting. `rows`: those whose totals are kept back, in this table and in all others of the same people.
 *
 * Rows and columns are the points of a graph, and what is kept back its edges. Each row and column is one equation, so a
 * number follows from what is shown just when its edge lies on no circle (Gusfield, A graph theoretic approach to
 * statistical data security, 1988).
 */
export function keptBack(grid: Grid, rows: ReadonlySet<number>, smallest: number): KeptBack {
  const last = { row: grid.length - 1, column: (grid[0]?.length ?? 1) - 1 }
  const back = grid.map((row, r) =>
    row.map((number, c) => (c === last.column ? rows.has(r) : isSmall(number, smallest))),
  )
  const table = { grid, back, last, smallest }
  // What moves between the totals of those rows must be able to move within this table, so that others of the same people agree.
  const [first, ...others] = rows
  for (const row of others) if (first !== undefined) join(table, { row: first }, { row }, null)
  for (let added = true; added; ) {
    for (const edge of edgesOf(back)) if (edge.column < last.column) join(table, edge, edge, edge)
    added = widen(table)
  }
  return back
}

/** Keeps back the cheapest path from a row to a row or column, not by the way of that edge itself. */
function join(table: Table, { row }: { row: number }, to: { row: number } | Edge, without: Edge | null): void {
  const goal = without ? `column ${without.column}` : `row ${to.row}`
  const path = cheapestWay(table, `row ${row}`, goal, without)
  if (path) for (const edge of path) set(table, edge)
  else keepAllBack(table)
}

/** Where those kept back in a shown sum come to little, they are all but known: one more joins them. */
function widen(table: Table): boolean {
  for (const line of linesOf(table)) {
    const [inside, total] = [line.slice(0, -1), line.at(-1)]
    const hidden = inside.filter((edge) => isBack(table, edge))
    if (!total || hidden.length === 0 || isBack(table, total)) continue
    if (hidden.reduce((sum, edge) => sum + numberAt(table, edge), 0) >= table.smallest) continue
    const more = inside.filter((edge) => !isBack(table, edge) && numberAt(table, edge) > 0)
    const [least] = more.sort((one, other) => numberAt(table, one) - numberAt(table, other))
    if (least) {
      set(table, least)
      return true
    }
  }
  return false
}

function linesOf({ grid, last }: Table): Edge[][] {
  const rows = grid.map((row, r) => row.map((_, column) => ({ row: r, column })))
  const columns = Array.from({ length: last.column }, (_, column) => grid.map((_, row) => ({ row, column })))
  return [...rows, ...columns]
}

function edgesOf(back: KeptBack): Edge[] {
  return back.flatMap((row, r) => row.flatMap((hidden, column) => (hidden ? [{ row: r, column }] : [])))
}

function isBack({ back }: Table, { row, column }: Edge): boolean {
  return back[row]?.[column] ?? false
}

function numberAt({ grid }: Table, { row, column }: Edge): number {
  return grid[row]?.[column] ?? 0
}

function set({ back }: Table, { row, column }: Edge): void {
  const line = back[row]
  if (line) line[column] = true
}

function keepAllBack(table: Table): void {
  for (const line of linesOf(table)) for (const edge of line) if (edge.column < table.last.column) set(table, edge)
}

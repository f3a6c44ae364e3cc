/** Rows of numbers of which the last one is the sum of those before it, and so is the last number of each row. */
export type Grid = readonly (readonly number[])[]

/** True where a number is kept back. */
export type KeptBack = boolean[][]

/** One place in a grid. */
export type Edge = { row: number; column: number }

export type Table = { grid: Grid; back: KeptBack; last: Edge; smallest: number }

type Way = { cost: number; path: Edge[] }

/** The cheapest way from one point to another, a row or a column, not by that edge; null where there is none. */
export function cheapestWay(table: Table, from: string, goal: string, without: Edge | null): Edge[] | null {
  const ways = new Map<string, Way>([[from, { cost: 0, path: [] }]])
  const done = new Set<string>()
  for (;;) {
    const [point, way] = nearest(ways, done) ?? []
    if (!point || !way) return null
    if (point === goal) return way.path
    done.add(point)
    for (const { edge, to } of edgesAt(table, point)) {
      const cost = way.cost + costOf(table, edge, without)
      if (cost < (ways.get(to)?.cost ?? Number.POSITIVE_INFINITY)) ways.set(to, { cost, path: [...way.path, edge] })
    }
  }
}

function nearest(ways: ReadonlyMap<string, Way>, done: ReadonlySet<string>): [string, Way] | undefined {
  let best: [string, Way] | undefined
  for (const [point, way] of ways) if (!done.has(point) && way.cost < (best?.[1].cost ?? Infinity)) best = [point, way]
  return best
}

function edgesAt({ grid, last }: Table, point: string): { edge: Edge; to: string }[] {
  const [kind, number] = point.split(' ')
  const at = Number(number)
  if (kind === 'row')
    return Array.from({ length: last.column + 1 }, (_, column) => ({
      edge: { row: at, column },
      to: `column ${column}`,
    }))
  return grid.map((_, row) => ({ edge: { row, column: at }, to: `row ${row}` }))
}

/** A total of a column costs more than any number inside; totals of rows are settled, and belong to other tables too. */
function costOf({ grid, back, last }: Table, { row, column }: Edge, without: Edge | null): number {
  if (without?.row === row && without.column === column) return Number.POSITIVE_INFINITY
  // Between rows whose totals are kept back, the way leads through the inside.
  if (column === last.column) return without && back[row]?.[column] ? 0 : Number.POSITIVE_INFINITY
  if (back[row]?.[column]) return 0
  return ((grid[row]?.[column] ?? 0) + 1) * (row === last.row ? 1e6 : 1)
}

import { expect, test } from 'vitest'
import type { Attendance, Cell } from '../../server/numbers/attendance.ts'
import { type Counted, type Shown, tablesOf } from '../../server/numbers/tables.ts'

test('from everything shown, no number that is kept back follows by adding and subtracting', () => {
  let kept = 0
  for (let seed = 1; seed <= 400; seed++) {
    const { attendance, smallest } = randomAttendance(random(seed))
    const { came } = tablesOf(attendance, smallest)
    const { small, unknowns, follows } = attack(came, attendance, smallest)
    expect({ seed, small }).toEqual({ seed, small: [] })
    expect({ seed, follows }).toEqual({ seed, follows: [] })
    kept += unknowns
  }
  expect(kept).toBeGreaterThan(1000)
})

test('a small number takes another with it in its row and in its column, and the totals stay', () => {
  const { came } = tablesOf(
    attendanceFrom(
      [
        [12, 3, 20],
        [15, 9, 30],
      ],
      () => 0,
    ),
    5,
  )
  expect(came.byGroup.rows).toEqual([
    [null, null, 20],
    [null, null, 30],
  ])
  expect([came.meetings, came.all, came.byGroup.totals]).toEqual([[35, 54], 89, [27, 12, 50]])
})

test('nothing is kept back where nothing is small; of fewer people than that, nothing is shown', () => {
  const plenty = tablesOf(
    attendanceFrom(
      [
        [12, 0],
        [15, 9],
      ],
      () => 0,
    ),
    5,
  ).came
  expect(plenty.byGroup.rows).toEqual([
    [12, 0],
    [15, 9],
  ])
  const few = tablesOf(
    attendanceFrom([[1, 3]], () => 0),
    5,
  ).came
  expect([few.all, few.meetings, few.byGroup.rows]).toEqual([null, [null], [[null, null]]])
})

/** Meetings by groups, each of whom is in a band. */
function attendanceFrom(rows: number[][], bandOf: (row: number, column: number) => number): Attendance {
  const cells = rows.flatMap((row, r) =>
    row.map((came, c): Cell => {
      return { meetingId: `m${r}`, groupId: `g${c}`, band: `${bandOf(r, c) + 10}`, registered: 0, came, walkIns: 0 }
    }),
  )
  const named = (letter: string, count: number) => Array.from({ length: count }, (_, at) => ({ id: `${letter}${at}` }))
  const bands = [...new Set(cells.map(({ band }) => band ?? ''))].sort()
  const [meetings, groups] = [named('m', rows.length), named('g', rows[0]?.length ?? 0)]
  return { meetings, groups, bands, cells, parties: [] } as unknown as Attendance
}

function randomAttendance(next: () => number) {
  const [meetings, groups, bands] = [1 + whole(next, 6), 1 + whole(next, 6), 1 + whole(next, 4)]
  const most = [3, 8, 30, 60][whole(next, 4)] ?? 8
  const rows = Array.from({ length: meetings }, () =>
    Array.from({ length: groups }, () => (next() < 0.3 ? 0 : whole(next, most))),
  )
  return { attendance: attendanceFrom(rows, () => whole(next, bands)), smallest: 3 + whole(next, 5) }
}

/** Everything shown as equations over what is not: what follows is what they determine. */
function attack({ meetings, all, byGroup, byBand }: Counted, attendance: Attendance, smallest: number) {
  const numbers = new Map<string, Shown>([['all', all]])
  for (const [row, total] of meetings.entries()) numbers.set(`m${row}`, total)
  const sums: string[][] = [['all', ...attendance.meetings.map((_, row) => `m${row}`)]]
  for (const [name, table] of Object.entries({ byGroup, byBand })) {
    const cell = (row: number, column: number) => `${name} ${row} ${column}`
    table.rows.forEach((row, r) => {
      for (const [c, number] of row.entries()) numbers.set(cell(r, c), number)
      sums.push([`m${r}`, ...row.map((_, c) => cell(r, c))])
    })
    table.totals.forEach((total, c) => {
      numbers.set(`${name} ${c}`, total)
      sums.push([`${name} ${c}`, ...table.rows.map((_, r) => cell(r, c))])
    })
    sums.push(['all', ...table.totals.map((_, c) => `${name} ${c}`)])
  }
  const unknowns = [...numbers].flatMap(([name, number]) => (number === null ? [name] : []))
  const matrix = sums.map(([total, ...parts]) =>
    unknowns.map((name) => (name === total ? -1 : 0) + (parts.includes(name) ? 1 : 0)),
  )
  const small = [...numbers].filter(([, number]) => number !== null && number > 0 && number < smallest)
  return { small, unknowns: unknowns.length, follows: determined(matrix).map((column) => unknowns[column]) }
}

/** The unknowns that stand alone in a row once the equations are solved (Gauss and Jordan). */
function determined(matrix: number[][]): number[] {
  const width = matrix[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width; column++) {
    const pivot = matrix.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [row] = matrix.splice(pivot, 1)
    const by = row?.[column] ?? 1
    const unit = (row ?? []).map((number) => number / by)
    matrix.splice(rank, 0, unit)
    matrix.forEach((other, at) => {
      const times = other[column] ?? 0
      if (at !== rank) matrix[at] = other.map((number, c) => number - times * (unit[c] ?? 0))
    })
    rank++
  }
  const alone = matrix.map((row) => row.flatMap((number, at) => (Math.abs(number) > 1e-9 ? [at] : [])))
  return alone.filter((columns) => columns.length === 1).flat()
}

function whole(next: () => number, below: number): number {
  return Math.floor(next() * below)
}

/** The same numbers for the same seed (Mulberry32). */
function random(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

import { folded } from '../folded.ts'
import { isHeading, type NameColumns, nameColumns } from './list-heading.ts'
import { type Cells, cellsOf, isPlainName, joined, saysColumns } from './pasted-line.ts'

/** Why somebody should look at a line of a pasted list before it is believed. */
export type Doubt = 'turned' | 'parted' | 'joined' | 'twice' | 'odd' | 'left-out'
export type Doubtful = { doubt: Doubt; line: string }

/** What a pasted list was understood as, one name a person. */
export type Understood = { names: string[]; doubts: Doubtful[] }

type Reading = { line: string; names: string[]; doubts: Doubt[] }

/**
 * Reads a list as people paste it: out of spreadsheets, documents and chats, with numbers, bullets, tabs and
 * "Surname, Name". Whoever is there twice stays once, which is said. What it makes of a list, it reads again the same.
 */
export function namesIn(text: string): Understood {
  const readings = readingsOf(text)
  const all = [
    ...Map.groupBy(
      readings.flatMap(({ names }) => names),
      folded,
    ).values(),
  ]
  const once = all.flatMap(([name]) => name ?? [])
  const twice = all.flatMap((same) => same.slice(1)).map((line): Doubtful => ({ doubt: 'twice', line }))
  return { names: once, doubts: [...doubtsOf(readings), ...twice] }
}

/** The same list after somebody has looked at it: whoever is still there twice is two people. */
export function namesMeantIn(text: string): string[] {
  return readingsOf(text).flatMap(({ names }) => names)
}

/** Line by line; a heading says of all lines below it where their names stand. */
function readingsOf(text: string): Reading[] {
  let columns: NameColumns = { at: [], of: 0 }
  return text.split(lineEnd).flatMap((line) => {
    if (isHeading(line)) columns = nameColumns(line)
    return readLine(line, columns)
  })
}

const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/

/** Where all are written surname first, there is no doubt about it; where all come in columns, one line says so for all. */
function doubtsOf(readings: Reading[]): Doubtful[] {
  const named = readings.filter(({ names }) => names.length > 0)
  const areAll = (doubt: Doubt) => named.length > 2 && named.every(({ doubts }) => doubts.includes(doubt))
  const areTurned = areAll('turned')
  const example = areAll('joined') ? named[0] : null
  return readings.flatMap((reading) =>
    reading.doubts
      .filter((doubt) => !(doubt === 'turned' && areTurned))
      .filter((doubt) => !(doubt === 'joined' && example && reading !== example))
      .map((doubt) => ({ doubt, line: reading.line })),
  )
}

function readLine(typed: string, columns: NameColumns): Reading[] {
  const line = typed.trim()
  const found = cellsOf(typed, columns)
  if (isHeading(line) || found.cells.length === 0 || saysColumns(found))
    return /\p{L}/u.test(line) ? [{ line, names: [], doubts: ['left-out'] }] : []
  const { names, doubt } = namesOf(found)
  const doubts = [...(doubt ? [doubt] : []), ...(names.every(isPlainName) ? [] : ['odd' as const])]
  return [{ line, names, doubts }]
}

/** Columns are one person's, unless each holds a whole name; between commas a surname may come first. */
function namesOf({ cells, between }: Cells): { names: string[]; doubt?: Doubt } {
  const [first = '', second] = cells
  if (second === undefined) return { names: [first] }
  if (between === 'named') return { names: [joined(cells)] }
  const isWhole = (cell: string) => cell.includes(' ')
  if (cells.every(isWhole)) return { names: cells, doubt: 'parted' }
  if (between === 'commas')
    return cells.length === 2
      ? { names: [joined([second, first])], doubt: 'turned' }
      : { names: cells, doubt: 'parted' }
  const isPlain = cells.length === 2 && !cells.some(isWhole)
  return { names: [joined(cells)], ...(isPlain ? {} : { doubt: 'joined' }) }
}

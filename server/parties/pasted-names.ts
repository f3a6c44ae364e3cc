import { folded } from './folded.ts'
import { type Cells, cellsOf, isHeading, isPlainName } from './pasted-line.ts'

/** Why somebody should look at a line of a pasted list before it is believed. */
export type Doubt = 'turned' | 'parted' | 'twice' | 'odd' | 'left-out'
export type Doubtful = { doubt: Doubt; line: string }

/** What a pasted list was understood as, one name a person. */
export type Understood = { names: string[]; doubts: Doubtful[] }

type Reading = { line: string; names: string[]; doubts: Doubt[] }

/**
 * Reads a list as people paste it: out of spreadsheets, documents and chats, with numbers, bullets, tabs and
 * "Surname, Name". Whoever is there twice stays once, which is said. What it makes of a list, it reads again the same.
 */
export function namesIn(text: string): Understood {
  const readings = text.split('\n').flatMap(readLine)
  const all = [
    ...Map.groupBy(
      readings.flatMap(({ names }) => names),
      folded,
    ).values(),
  ]
  const once = all.flatMap(([name]) => name ?? [])
  const twice = all.flatMap((same) => same.slice(1)).map((line): Doubtful => ({ doubt: 'twice', line }))
  const doubts = readings.flatMap(({ line, doubts }) => doubts.map((doubt) => ({ doubt, line })))
  return { names: once, doubts: [...believed(doubts, readings), ...twice] }
}

/** The same list after somebody has looked at it: whoever is still there twice is two people. */
export function namesMeantIn(text: string): string[] {
  return text.split('\n').flatMap((line) => readLine(line).flatMap(({ names }) => names))
}

/** Where all are written surname first, there is no doubt about it. */
function believed(doubts: Doubtful[], readings: Reading[]): Doubtful[] {
  const named = readings.filter(({ names }) => names.length > 0)
  const areAllTurned = named.length > 2 && named.every(({ doubts }) => doubts.includes('turned'))
  return areAllTurned ? doubts.filter(({ doubt }) => doubt !== 'turned') : doubts
}

function readLine(typed: string): Reading[] {
  const line = typed.trim()
  const { cells, between } = cellsOf(line)
  if (cells.length === 0 || isHeading(cells))
    return /\p{L}/u.test(line) ? [{ line, names: [], doubts: ['left-out'] }] : []
  const { names, doubt } = namesOf(cells, between)
  const doubts = [...(doubt ? [doubt] : []), ...(names.every(isPlainName) ? [] : ['odd' as const])]
  return [{ line, names, doubts }]
}

/** Columns are one person's, unless each holds a whole name; between commas a surname may come first. */
function namesOf(cells: string[], between: Cells['between']): { names: string[]; doubt?: Doubt } {
  const [first = '', second] = cells
  if (second === undefined) return { names: [first] }
  const areWhole = cells.every((cell) => cell.includes(' '))
  if (areWhole) return { names: cells, doubt: 'parted' }
  if (between === 'columns') return { names: [cells.join(' ')] }
  return cells.length === 2 ? { names: [`${second} ${first}`], doubt: 'turned' } : { names: cells, doubt: 'parted' }
}

import { columnEnd, columnsOf, isHeading, type NameColumns } from './list-heading.ts'

/** As long as a name may be anywhere else. */
const longest = 100

/** How the parts of a line came apart: in columns that a heading calls names, in any columns, or between commas. */
export type Cells = { cells: string[]; between: 'named' | 'columns' | 'commas' }

/**
 * The parts of a pasted line that may be names or pieces of one; numbers, addresses and the like are left away, and so
 * is whatever stands in other columns than those a heading above has called names.
 */
export function cellsOf(line: string, { at, of }: NameColumns): Cells {
  const columns = columnsOf(line)
  // Nothing heads the numbers in the first column, and what is empty at the start of a text is not sent.
  const shift = columns.length === of + 1 && !/\p{L}/u.test(columns[0] ?? '') ? 1 : 0
  if (at.length > 0 && columns.length > Math.max(...at) + shift) {
    const cells = namedIn(at.map((i) => columns[i + shift] ?? ''))
    return cells.length > 1 ? inColumns(cells, 'named') : betweenCommas(cells)
  }
  const named = namedIn(line.split(columnEnd))
  return named.length > 1 ? inColumns(named, 'columns') : betweenCommas(named)
}

/** Whether nothing but a heading is left of it. */
export function saysColumns({ cells }: Cells): boolean {
  return cells.length > 0 && isHeading(cells.join('\t'))
}

/** Letters and what stands between them in names; anything else is worth a second look. */
export function isPlainName(name: string): boolean {
  return /^\p{L}[\p{L}\p{M}\u200c .'’‘ʼ–-]*$/u.test(name)
}

/** One name out of its pieces. */
export function joined(pieces: readonly string[]): string {
  return cleaned(pieces.join(' '))
}

function inColumns(cells: string[], between: Cells['between']): Cells {
  return { cells: cells.map((cell) => cleaned(cell.replaceAll(',', ' '))), between }
}

function betweenCommas([only = '']: string[]): Cells {
  return { cells: namedIn(only.split(',')), between: 'commas' }
}

/** With numbers, an address and what else a line may have; past that, looking for a name in it only costs time. */
const longestCell = 1000

function namedIn(parts: string[]): string[] {
  const likely = parts.filter((part) => part.length <= longestCell)
  const named = likely.map(cleaned).filter((cell) => /\p{L}/u.test(cell) && cell.length <= longest)
  return named.length === 1 ? named : named.filter((cell) => !/\d/.test(cell))
}

function cleaned(cell: string): string {
  return cell
    .replace(unseen, '')
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, ' ')
    .replace(birthday, ' ')
    .replace(/\+?\d[\d ()-]{5,}\d/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(numbering, '')
    .replace(/^[^\p{L}\p{N}]+|[\s,;:"”“»*_–—\p{Extended_Pictographic}\p{Emoji_Modifier}-]+$/gu, '')
    .replace(classMark, '')
    .trim()
}

/** Marks nobody sees, and what makes a digit a picture; but a Persian name is held apart by one. */
const unseen = /(?<!\p{Script=Arabic})\u200c|\u200c(?!\p{Script=Arabic})|(?!\u200c)\p{Cf}|[\ufe0e\ufe0f\u20e3]/gu
const birthday = /\(?\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}\b\.?\)?|\((?:19|20)\d\d\)/g
/** "1.", "2)", "№ 3", "☐", "–": not "8.a", which is a class. */
const numbering = /^[^\p{L}\p{N}]*(\p{Nd}{1,3}\s*[.):]?\s*(?=\p{L}{2}|\p{Lo}|\p{L}\.\s*\p{L}{2}))?/u
const classMark = /^\d{1,2}\s*[.-]?\s*\p{L}?\.?$/u

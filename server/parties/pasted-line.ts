import { folded } from './folded.ts'

/** As long as a name may be anywhere else. */
const longest = 100

export type Cells = { cells: string[]; between: 'columns' | 'commas' }

/** The parts of a pasted line that may be names or pieces of one; numbers, addresses and the like are left away. */
export function cellsOf(line: string): Cells {
  const columns = namedIn(line.split(/[\t;]/))
  const [only = ''] = columns
  return columns.length > 1
    ? { cells: columns, between: 'columns' }
    : { cells: namedIn(only.split(',')), between: 'commas' }
}

/** With numbers, an address and what else a line may have; past that, looking for a name in it only costs time. */
const longestCell = 1000

function namedIn(parts: string[]): string[] {
  const likely = parts.filter((part) => part.length <= longestCell)
  const named = likely.map(cleaned).filter((cell) => /\p{L}/u.test(cell) && cell.length <= longest)
  return named.length === 1 ? named : named.filter((cell) => !/\d/.test(cell))
}

/** The first line of a sheet, which says what its columns hold. */
export function isHeading(cells: readonly string[]): boolean {
  return cells.every((cell) =>
    folded(cell)
      .split(' ')
      .every((word) => headings.has(word.replace(/\.$/, ''))),
  )
}

/** Letters and what stands between them in names; anything else is worth a second look. */
export function isPlainName(name: string): boolean {
  return /^\p{L}[\p{L}\p{M} .'’ʼ-]*$/u.test(name)
}

function cleaned(cell: string): string {
  return cell
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, ' ')
    .replace(/\+?\d[\d ()-]{5,}\d/g, ' ')
    .trim()
    .replace(numbering, '')
    .replace(/^[^\p{L}\p{N}]+|[\s,;:"”“»*_–—-]+$/gu, '')
    .replace(classMark, '')
    .trim()
}

/** "1.", "2)", "№ 3", "☐", "–": not "8.a", which is a class. */
const numbering = /^[^\p{L}\p{N}]*(\d{1,3}\s*[.):]?\s*(?=\p{L}{2}))?/u
const classMark = /^\d{1,2}\s*[.-]?\s*\p{L}?\.?$/u

/** In the four languages, folded. */
const headings = new Set(
  [
    ...['nr', 'vards', 'uzvards', 'vardi', 'skolens', 'skoleni', 'klase', 'no', 'name', 'names', 'surname', 'class'],
    ...['first', 'last', 'pupil', 'pupils', 'student', 'e-pasts', 'e-mail', 'email', 'un', 'and', 'и', 'та', 'i'],
    ...[
      'имя',
      'фамилия',
      'ученик',
      'ученики',
      'класс',
      'фио',
      'імʼя',
      "ім'я",
      'ім’я',
      'прізвище',
      'учень',
      'учні',
      'клас',
    ],
  ].map(folded),
)

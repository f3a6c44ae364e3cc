import { folded } from '../folded.ts'

/** What separates the columns of a pasted sheet, or of its heading when only commas do. */
export const columnEnd = /[\t;|]/

export function columnsOf(line: string): string[] {
  const columns = line.split(columnEnd)
  return columns.length > 1 ? columns : line.split(',')
}

/** The first line of a sheet, which says what its columns hold. */
export function isHeading(line: string): boolean {
  const columns = columnsOf(line).map(wordsOf)
  const isAllKnown = columns.flat().every((word) => headings.has(word))
  return columns.flat().length > 0 && (isAllKnown || (columns.length > 1 && columns.some(isNameHeading)))
}

/** Which of how many columns hold names, where a heading says so; "Surname, name" says it of no columns. */
export type NameColumns = { at: number[]; of: number }

export function nameColumns(heading: string): NameColumns {
  const columns = columnsOf(heading)
  const areColumns = columnEnd.test(heading) || columns.length > 2
  const at = [...columns.keys()].filter((i) => areColumns && isNameHeading(wordsOf(columns[i] ?? '')))
  return { at, of: columns.length }
}

/** "Pupil's surname" heads names, "Name of a parent" does not. */
function isNameHeading(words: readonly string[]): boolean {
  return words.some((word) => names.has(word)) && words.every((word) => names.has(word) || beside.has(word))
}

function wordsOf(cell: string): string[] {
  return folded(cell)
    .replace(/[’ʼ]/g, "'")
    .split(/[\s/.,:;|()№#*"-]+/)
    .filter((word) => word !== '')
}

const setOf = (...words: string[]) => new Set(words.map(folded))

/** In the four languages, folded. */
const names = setOf(
  ...['vārds', 'vārdi', 'uzvārds', 'name', 'names', 'surname', 'firstname', 'lastname', 'forename', 'имя', 'фамилия'],
  ...['отчество', 'фио', "ім'я", 'прізвище', 'піб', 'батькові'],
)

const beside = setOf(
  ...['un', 'and', 'и', 'та', 'i', 'по', 'first', 'last', 'given', 'family', 'full', 'middle'],
  ...['skolēna', 'skolēnu', 'bērna', 'dalībnieka', 'pupil', 'student', "pupil's", "student's", 'ученика', 'учня'],
)

const headings = new Set([
  ...names,
  ...beside,
  ...setOf(
    'nr',
    'p',
    'k',
    'no',
    'п',
    'з',
    'skolēns',
    'skolēni',
    'klase',
    'class',
    'pupils',
    'students',
    'класс',
    'клас',
  ),
  ...setOf(
    'ученик',
    'ученики',
    'учень',
    'учні',
    'email',
    'e',
    'mail',
    'pasts',
    'epasts',
    'telefons',
    'tālrunis',
    'phone',
  ),
  ...setOf('почта', 'пошта', 'телефон', 'piezīmes', 'notes', 'dzimums', 'gender', 'grupa', 'group', 'группа', 'група'),
])

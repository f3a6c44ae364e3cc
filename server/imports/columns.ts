import { locales } from '../../db/languages.ts'
import { type MessageKey, say } from '../../views/say.ts'

export const columnNames = ['name', 'surname', 'email', 'group', 'language'] as const
export type ColumnName = (typeof columnNames)[number]

/** Where in a row to look for each; null: nowhere. */
export type Columns = Record<ColumnName, number | null>

/** What lists of people are headed by, besides the words of our own pages. */
const alsoCalled: Record<ColumnName, readonly string[]> = {
  name: [
    ...[
      'name',
      'full name',
      'first name',
      'given name',
      'participant',
      'vārds',
      'vārds, uzvārds',
      'vārds uzvārds',
      'vārds un uzvārds',
      'uzvārds, vārds',
      'dalībnieks',
    ],
    ...[
      'имя',
      'имя и фамилия',
      'фио',
      'участник',
      'ім’я',
      "ім'я",
      'ім’я та прізвище',
      "ім'я та прізвище",
      'піб',
      'учасник',
    ],
  ],
  surname: ['surname', 'last name', 'family name', 'uzvārds', 'фамилия', 'прізвище'],
  email: [
    ...['email', 'e-mail', 'mail', 'e-mail address', 'email address', 'e-pasts', 'epasts', 'e-pasta adrese'],
    ...['эл. почта', 'почта', 'электронная почта', 'эл. адрес', 'ел. пошта', 'пошта', 'електронна пошта'],
  ],
  group: ['group', 'grupa', 'dalībnieku grupa', 'группа', 'группа участников', 'група', 'група учасників'],
  language: ['language', 'valoda', 'язык', 'мова'],
}

const ours = {
  ...{ name: 'desk.name', surname: 'import.column-surname', email: 'desk.email' },
  ...{ group: 'desk.group', language: 'desk.language' },
} as const satisfies Record<ColumnName, MessageKey>

/** Which column is which, by what stands in the first row. */
export function columnsHeaded(head: readonly string[]): Columns {
  const found = head.map(plainly)
  const at = (name: ColumnName) => {
    const words = wordsFor(name)
    const i = found.findIndex((cell) => words.includes(cell))
    return i < 0 ? null : i
  }
  return { name: at('name'), surname: at('surname'), email: at('email'), group: at('group'), language: at('language') }
}

/** Whether a row looks like one that names the columns. */
export function isHead(row: readonly string[]): boolean {
  return Object.values(columnsHeaded(row)).filter((at) => at !== null).length > 1
}

/** Without a head: the address is known by its sign, and the name stands first. */
export function columnsGuessed(row: readonly string[]): Columns {
  const email = row.findIndex((cell) => cell.includes('@'))
  return { name: email === 0 ? 1 : 0, surname: null, email: email < 0 ? null : email, group: null, language: null }
}

/** The same word, however it is written. */
export function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[:*]+$/, '')
    .trim()
}

function wordsFor(name: ColumnName): string[] {
  return [...alsoCalled[name], ...locales.map((locale) => say(locale)(ours[name]))].map(plainly)
}

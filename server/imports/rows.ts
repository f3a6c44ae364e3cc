import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isLocale, type Locale, locales } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { languageNames } from '../../views/when.ts'
import { emailAddress, line, optionalLine } from '../fields.ts'
import { type Problem, readForm } from '../forms.ts'
import { type Columns, plainly } from './columns.ts'
import type { Line } from './table.ts'

export type RowPerson = { name: string; email: string | null; groupId: string; locale: Locale; once: string }

/** A row as it was typed, and whom it means; null where something is wrong with it. */
export type Row = { line: number; name: string; email: string; group: string } & (
  | { person: RowPerson; problems: null }
  | { person: null; problems: Problem[] }
)

export type Reading = {
  columns: Columns
  groups: Group[]
  /** As whom those come of whom the file does not say it. */
  groupId: string | null
  locale: Locale
  needsEmail: boolean
  /** The form that the rows come from: sent twice, they are the same people. */
  once: string
}

const address = z.literal('').or(emailAddress()).default('')
const optional = z.object({ name: line(100), email: address, language: optionalLine(60) })
const needed = optional.extend({ email: emailAddress() })

export function readRow({ number, cells }: Line, reading: Reading): Row {
  const { columns, groupId, once } = reading
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').replace(/\s+/g, ' '))
  const name = [cell(columns.name), cell(columns.surname)].filter((part) => part !== '').join(' ')
  const typed = { name, email: cell(columns.email), language: cell(columns.language) }
  const { values, problems } = readForm(reading.needsEmail ? needed : optional, typed)
  const group = cell(columns.group)
  const known = group.trim() === '' ? groupId : groupCalled(group, reading.groups)
  const shown = { line: number, name: typed.name, email: typed.email, group }
  const all = [...(problems ?? []), ...(known ? [] : [groupProblem(group)])]
  if (!values || !known) return { ...shown, person: null, problems: all }
  const { email, language } = values
  const person = {
    name: values.name,
    email: email || null,
    groupId: known,
    locale: localeCalled(language) ?? reading.locale,
  }
  return { ...shown, person: { ...person, once: idOf(once, number, values.name) }, problems: null }
}

function groupCalled(text: string, groups: Group[]): string | null {
  const isCalled = ({ name }: Group) => Object.values(name).some((one) => plainly(one ?? '') === plainly(text))
  return groups.find(isCalled)?.id ?? null
}

function groupProblem(group: string): Problem {
  return { field: 'group', key: group.trim() === '' ? 'import.no-group' : 'import.unknown-group', values: {} }
}

function localeCalled(text: string): Locale | null {
  const plain = plainly(text)
  return isLocale(plain) ? plain : (locales.find((locale) => plainly(languageNames[locale]) === plain) ?? null)
}

/** Whoever has no address is told from others by this alone, so the same row of the same form always gets the same. */
function idOf(once: string, line: number, name: string): string {
  const hash = createHash('sha256').update(`${once} ${line} ${name}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { choice, once } from '../fields.ts'
import type { Upload } from '../files/read-upload.ts'
import { type Form, readForm, type Typed, withProblem } from '../forms.ts'
import { type ColumnName, type Columns, columnNames, columnsGuessed, columnsHeaded, isHead } from './columns.ts'
import { decode, type Encoding } from './decode.ts'
import { type Row, readRow } from './rows.ts'
import { type Line, readTable } from './table.ts'

/** A list longer than this comes in portions. */
export const mostRows = 500
const mostText = 100_000
/** What a list is called stands above it, at most in so many lines. */
const mostAbove = 10

export const listLimits = {
  ...{ files: 1, fileSize: 4 * mostText, fieldSize: 4 * mostText + 1 },
  ...{ fields: 20, parts: 21, fieldNameSize: 100, headerPairs: 20 },
}

/** Absent until the form has been looked over once; empty: no column is that. */
const column = z
  .string()
  .regex(/^\d{0,3}$/)
  .optional()
  .catch(undefined)

const listForm = z.object({
  step: z.string().default(''),
  text: z.string().default('').pipe(z.string().min(1, 'problem.required').max(mostText, 'problem.too-long')),
  head: z.enum(['yes', 'no']).optional().catch(undefined),
  columns: z.object(Object.fromEntries(columnNames.map((name) => [name, column]))).catch({}),
  letters: choice(['letters', 'silently']).catch('letters'),
  group: z.string().default(''),
  once: once().transform((key) => key ?? randomUUID()),
})

type Asked = z.output<typeof listForm>
export type Context = { groups: Group[]; locale: Locale; needsEmail: boolean }

/** A list of people as it was read: where its columns are, and what every row says. */
export type PeopleList = {
  encoding: Encoding | null
  /** What the columns are called, or what stands first in them. */
  heads: string[]
  hasHead: boolean
  columns: Columns
  rows: Row[]
  letters: Asked['letters']
  /** Whether it has been looked over, and is to be done. */
  isSure: boolean
}

/** Reads a list that was pasted or uploaded; nothing of it is kept but in the form itself. */
export function readList({ body, file, tooBig }: Upload, context: Context): Form<PeopleList> {
  const decoded = file && decode(file)
  const form = readForm(listForm, decoded ? { ...body, text: decoded.text } : body)
  if (tooBig) return withProblem(blank(form), 'file', 'import.too-big')
  if (file && !decoded) return withProblem(blank(form), 'file', 'import.no-text')
  if (form.problems) return form
  const { typed, values } = form
  const table = readTable(values.text)
  if (!table.lines) return withProblem(blank(form), 'text', 'import.broken', { line: table.brokenAt })
  if (table.lines.length > mostRows + 1) return withProblem(blank(form), 'text', 'import.too-many', { most: mostRows })
  const lines = table.lines.slice(
    Math.max(
      0,
      table.lines.slice(0, mostAbove).findIndex(({ cells }) => isHead(cells)),
    ),
  )
  return asList({ ...typed, once: values.once }, values, lines, decoded?.encoding ?? null, context)
}

function asList(
  typed: Typed,
  asked: Asked,
  lines: Line[],
  encoding: Encoding | null,
  context: Context,
): Form<PeopleList> {
  const first = lines[0]?.cells ?? []
  const hasHead = asked.head ? asked.head === 'yes' : !first.some((cell) => cell.includes('@'))
  const guessed = hasHead ? columnsHeaded(first) : columnsGuessed(first)
  const columns = chosen(asked.columns, guessed, first.length)
  const form = {
    typed: { ...typed, ...typedColumns(columns), head: hasHead ? 'yes' : 'no' },
    problems: null,
    values: null,
  }
  const heads = Array.from({ length: Math.max(...lines.map(({ cells }) => cells.length)) }, (_, i) => first[i] ?? '')
  const groupId = context.groups.find(({ id }) => id === asked.group)?.id ?? null
  const reading = { ...context, columns, groupId, once: asked.once }
  const rows = lines.slice(hasHead ? 1 : 0).map((line) => readRow(line, reading))
  const isSure = asked.step === 'do' && columns.name !== null && rows.length > 0
  const values = { encoding, heads, hasHead, columns, rows, letters: asked.letters, isSure }
  return { ...form, values }
}

/** By hand where the form was looked over already, else as guessed. */
function chosen(asked: Asked['columns'], guessed: Columns, most: number): Columns {
  const one = (name: ColumnName) => {
    const by = asked[name]
    if (by === undefined) return guessed[name]
    return by === '' || Number(by) > most + 100 ? null : Number(by)
  }
  const [name, surname, email] = [one('name'), one('surname'), one('email')]
  return { name, surname, email, group: one('group'), language: one('language') }
}

function typedColumns(columns: Columns): Typed {
  return Object.fromEntries(columnNames.map((name) => [`columns.${name}`, String(columns[name] ?? '')]))
}

/** What was typed, without the problems: the file is meant, whatever is in the field beside it. */
function blank({ typed }: Form<unknown>): Form<never> {
  return { typed, problems: [], values: null }
}

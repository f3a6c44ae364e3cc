import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableConfig } from '../drizzle.ts'
import * as schema from '../schema.ts'

export type Column = { name: string; type: string }
/** A table as both engines have it. `key` names each row, and so gives the rows an order of their own. */
export type Table = { name: string; columns: Column[]; key: Column[] }

/** What is stored, in the order of the columns: the same three kinds of value on both engines. */
export type Row = (string | number | null)[]

/** Every table, those first to which others refer: so rows can come in with all foreign keys at work. */
export function tablesInOrder(): Table[] {
  const waiting = new Map<SQLiteTable, SQLiteTable[]>(
    Object.values(schema).map((table) => [table, referredTo(table).filter((other) => other !== table)]),
  )
  const ordered: SQLiteTable[] = []
  while (waiting.size > 0) {
    const next = [...waiting].filter(([, others]) => !others.some((other) => waiting.has(other)))
    if (next.length === 0) throw new Error('The tables refer to each other in a circle.')
    for (const [table] of next) waiting.delete(table)
    ordered.push(...next.map(([table]) => table))
  }
  return ordered.map(shapeOf)
}

function referredTo(table: SQLiteTable): SQLiteTable[] {
  return getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable as SQLiteTable)
}

function shapeOf(table: SQLiteTable): Table {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
  const shape = (of: typeof columns) => of.map((column) => ({ name: column.name, type: column.getSQLType() }))
  return { name, columns: shape(columns), key: shape(key) }
}

export function listOf(columns: Column[]): string {
  return columns.map(({ name }) => `"${name}"`).join(', ')
}

import { getTableName, is, Table } from 'drizzle-orm'
import type { Reads } from '../../db/open.ts'
import * as schema from '../../db/schema.ts'

export type Rows = Record<string, Record<string, unknown>[]>

/** Every row of every table: to show what a deed changed, and that it changed nothing else. */
export async function everyRow(db: Reads): Promise<Rows> {
  const tables = Object.values(schema).filter((one) => is(one, Table))
  const rows: Rows = {}
  for (const table of tables) rows[getTableName(table)] = (await db.select().from(table)).map(readable)
  return rows
}

/** The tables that differ, and for each the rows added, changed or gone. */
export function differences(before: Rows, after: Rows): Record<string, { added: number; removed: number }> {
  const changed = Object.keys(after).flatMap((table) => {
    const [old, young] = [texts(before[table]), texts(after[table])]
    const added = young.filter((row) => !old.includes(row)).length
    const removed = old.filter((row) => !young.includes(row)).length
    return added + removed > 0 ? [[table, { added, removed }] as const] : []
  })
  return Object.fromEntries(changed)
}

function texts(rows: Rows[string] = []): string[] {
  return rows.map((row) => JSON.stringify(row))
}

function readable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Temporal.Instant ? value.toString() : value]),
  )
}

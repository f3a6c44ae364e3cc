import type { Reads } from '../db/open.ts'
import * as schema from '../db/schema.ts'

type Table = Parameters<ReturnType<Reads['select']>['from']>[0]

/** Everything that is stored, table by table: to show that a refused request left it as it was. */
export async function dump(db: Reads): Promise<Record<string, string>> {
  const stored: Record<string, string> = {}
  for (const [name, table] of Object.entries(schema)) {
    const rows = await db.select().from(table as Table)
    stored[name] = JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
  }
  return stored
}

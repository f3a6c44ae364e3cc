import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { sqlitePath } from './open.ts'
import { loadPg } from './pg.ts'

/** Whether there are tables, none of which is Kopā's. Changes nothing; what cannot be read, `open` explains. */
export async function holdsForeignTables(url: string): Promise<boolean> {
  try {
    const tables = url.startsWith('sqlite:') ? tablesInFile(sqlitePath(url)) : await tablesOnServer(url)
    return tables.length > 0 && !tables.includes('kopa_migrations')
  } catch {
    return false
  }
}

function tablesInFile(path: string): string[] {
  if (!existsSync(path)) return []
  const file = new Sqlite(path, { readonly: true })
  try {
    return file.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  } finally {
    file.close()
  }
}

async function tablesOnServer(connectionString: string): Promise<string[]> {
  const client = new (loadPg().Client)({ connectionString, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')
    return rows.map(({ tablename }) => String(tablename))
  } finally {
    await client.end()
  }
}

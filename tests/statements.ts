import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'
import { sqlitePath } from '../db/open.ts'
import { loadPg } from '../db/pg.ts'
import { emptySharedTables } from '../db/shared-tables.ts'
import { touchesSince } from '../db/touches.ts'
import { onPostgres } from './database.ts'

/** The SQL that runs meanwhile, on either engine: only listened to. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
  const listening = onPostgres ? [onQueries()] : onStatements()
  try {
    await deed()
    return listening.flatMap(({ heard }) => heard())
  } finally {
    for (const { stop } of listening) stop()
  }
}

/** The steps in which SQLite would answer each statement, without their details. */
export function plansOf({ url }: { url: string }, statements: readonly string[]): string[][] {
  const file = new Sqlite(sqlitePath(url), { readonly: true })
  const plans = statements.map((text) => {
    const nothing = Array.from({ length: text.split('?').length - 1 }, () => '')
    return file.prepare<string[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...nothing)
  })
  file.close()
  return plans.map((steps) => steps.map(({ detail }) => detail.replace(/ \(.*/, '')))
}

function onStatements() {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1'))
  return (['run', 'all', 'get', 'iterate'] as const).map((way) => {
    const spy = vi.spyOn(statement, way)
    return {
      heard: () => spy.mock.contexts.map((context) => String((context as Sqlite.Statement).source)),
      stop: () => spy.mockRestore(),
    }
  })
}

/** What a server asks every few seconds, whatever else happens. */
const byItself = [touchesSince, emptySharedTables]

/** Where they are handed to the connection: what asks for them may be wrapped, as db/named-statements.ts does. */
function onQueries() {
  const spy = vi.spyOn(loadPg().Query.prototype, 'submit')
  return {
    heard: () =>
      spy.mock.contexts.map((query) => String(Object(query).text)).filter((text) => !byItself.includes(text)),
    stop: () => spy.mockRestore(),
  }
}

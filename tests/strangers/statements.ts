import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'
import { loadPg } from '../../db/pg.ts'
import { onPostgres } from '../database.ts'

/** The SQL that runs meanwhile, on either engine: only listened to. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
  const listening = onPostgres ? [onClients()] : onStatements()
  try {
    await deed()
    return listening.flatMap(({ heard }) => heard())
  } finally {
    for (const { stop } of listening) stop()
  }
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

function onClients() {
  const spy = vi.spyOn(loadPg().Client.prototype, 'query')
  return {
    heard: () => spy.mock.calls.map(([query]) => (typeof query === 'string' ? query : String(Object(query).text))),
    stop: () => spy.mockRestore(),
  }
}

import type Sqlite from 'better-sqlite3'

const most = 500

/**
 * Keeps compiled statements by their text: Drizzle asks for a new one on every query, and compiling costs more than
 * running. The one unused the longest makes room.
 */
export function keepStatements(connection: Sqlite.Database): Sqlite.Database {
  const kept = new Map<string, Sqlite.Statement>()
  const compile = connection.prepare.bind(connection)
  const prepare = (text: string) => {
    const statement = kept.get(text) ?? compile(text)
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return Object.assign(connection, { prepare })
}

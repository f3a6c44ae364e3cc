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
    const statement = kept.get(text) ?? compile(plannedOnce(text))
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return Object.assign(connection, { prepare })
}

/**
 * SQLite compiles a kept statement anew whenever a value is bound that its plan may depend on; since better-sqlite3 takes
 * the values back after each run, that is every time. Behind a unary plus, which changes nothing else, the planner does
 * not look at the value (the Query Planner Stability Guarantee, which better-sqlite3 cannot switch on).
 */
function plannedOnce(text: string): string {
  return text.replaceAll(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? '+?' : part))
}

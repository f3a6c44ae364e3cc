import { statementsOf } from './statements.ts'

/** How often the database is read meanwhile, but for what servers on PostgreSQL look up of each other by the clock. */
export async function readsOf(deed: () => Promise<unknown>): Promise<number> {
  const statements = await statementsOf(deed)
  return statements.filter((statement) => /^select/i.test(statement) && !statement.includes('kopa_')).length
}

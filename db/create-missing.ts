import { errorCodes } from './error-codes.ts'
import { loadPg } from './pg.ts'

/** Makes the database on a PostgreSQL server that does not have it yet; a SQLite file is made by opening it. */
export async function createMissing(url: string): Promise<void> {
  if (url.startsWith('sqlite:')) return
  const isMissing = (await objections(url, 'SELECT 1')).includes('3D000')
  if (!isMissing) return
  const server = Object.assign(new URL(url), { pathname: '/postgres' }).href
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  await objections(server, `CREATE DATABASE "${name.replaceAll('"', '""')}"`)
}

/** The codes of what the server objects to, if anything; opening the database afterwards says it in words. */
async function objections(connectionString: string, statement: string): Promise<string[]> {
  const client = new (loadPg().Client)({ connectionString, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.query(statement)
    return []
  } catch (error) {
    return errorCodes(error)
  } finally {
    await client.end()
  }
}

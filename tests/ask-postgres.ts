import { Client } from 'pg'

/** The rows that PostgreSQL itself answers, past everything of ours. */
export async function askPostgres(url: string, query: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

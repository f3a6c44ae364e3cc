import type { Pool } from 'pg'

/** `waiting`: for a connection. */
export type Measured = { connections: { all: number; idle: number; waiting: number }; bytes: number }

/** What PostgreSQL's part of a server is like at the moment. */
export function measuredOn(pool: Pool): () => Promise<Measured> {
  return async () => {
    const connections = { all: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
    const { rows } = await pool.query<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes')
    return { connections, bytes: rows[0]?.bytes ?? 0 }
  }
}

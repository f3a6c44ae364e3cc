import type { Pool } from 'pg'

/** Counts `key` once more, from nothing when its time is over: how often by now, and for how many milliseconds yet. */
export type Tally = (key: string, milliseconds: number) => Promise<{ count: number; leftMs: number }>

/** One for all servers, by the one clock they share. */
export function tallyOn(pool: Pool): Tally {
  return async (key, milliseconds) => {
    const { rows } = await pool.query<{ count: number; leftMs: number }>(counted, [key, milliseconds])
    if (!rows[0]) throw new Error('Nothing was counted.')
    return rows[0]
  }
}

const counted = `
INSERT INTO kopa_tallies AS kept (key, count, until) VALUES ($1, 1, now() + $2 * interval '1 millisecond')
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN kept.until > now() THEN kept.count + 1 ELSE 1 END,
  until = CASE WHEN kept.until > now() THEN kept.until ELSE excluded.until END
RETURNING count, (extract(epoch FROM until - now()) * 1000)::float8 AS "leftMs"`
